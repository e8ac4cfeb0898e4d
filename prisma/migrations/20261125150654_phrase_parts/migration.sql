-- Kept counts are counted again when somebody asks.
DELETE FROM "phrase";

-- DropForeignKey
ALTER TABLE "phrase_day" DROP CONSTRAINT "phrase_day_phrase_id_fkey";

-- DropTable
DROP TABLE "phrase_day";

-- CreateTable
CREATE TABLE "phrase_part" (
    "phrase_id" INTEGER NOT NULL,
    "part" SMALLINT NOT NULL,
    "places" CHAR(6)[],
    "days" DATE[],
    "precisions" "precision"[],
    "strata" INTEGER[],
    "mentions" INTEGER[],
    "reports" INTEGER[],
    "mentions_once" INTEGER[],
    "reports_once" INTEGER[],
    "alone" INTEGER[],
    "alone_once" INTEGER[],

    CONSTRAINT "phrase_part_pkey" PRIMARY KEY ("phrase_id","part")
);

-- AddForeignKey
ALTER TABLE "phrase_part" ADD CONSTRAINT "phrase_part_phrase_id_fkey" FOREIGN KEY ("phrase_id") REFERENCES "phrase"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
