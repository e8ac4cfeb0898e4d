/** Heads of columns that are compared, each with the colour that it keeps on the page. */
export function SeriesHeads({
  names,
}: {
  names: readonly (readonly [key: string | number, name: string])[];
}) {
  return names.map(([key, name], i) => (
    <th key={key} scope="col" className={`series-${i + 1}`} lang="zh-CN">
      <span className="swatch" aria-hidden="true" />
      {name}
    </th>
  ));
}
