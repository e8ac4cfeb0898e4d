/** An input that cannot be read whatever the web says: an unknown dataset, a recipe with a mistake. Nothing was begun. */
export class WrongInput extends Error {}
