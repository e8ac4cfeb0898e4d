-- AlterTable
ALTER TABLE "slogan_month" ADD COLUMN     "first_own" DATE;

-- AlterTable
ALTER TABLE "slogan_year" ADD COLUMN     "first_own" DATE;

-- CreateTable
CREATE TABLE "kept_answer" (
    "question" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "answer" JSONB NOT NULL,
    "kept_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "kept_answer_pkey" PRIMARY KEY ("question","version")
);

-- CreateIndex
CREATE INDEX "mention_slogan_id_place_code_day_idx" ON "mention"("slogan_id", "place_code", "day");

-- CreateIndex
CREATE INDEX "mention_slogan_id_document_id_idx" ON "mention"("slogan_id", "document_id");

-- Made anew: they tell days from months now, and know the first report of a place's own.
DELETE FROM "slogan_month";
DELETE FROM "slogan_year";
DELETE FROM "place_month";

INSERT INTO "slogan_month" SELECT slogan_id, place_code, date_trunc('month', day::timestamp)::date, precision, stratum_id,
  sum(mentions), sum(reports), sum(mentions_once), sum(reports_once), sum(relayed), sum(relayed_once),
  min(day) FILTER (WHERE precision <> 'none'), max(day) FILTER (WHERE precision <> 'none'),
  min(day) FILTER (WHERE precision <> 'none' AND mentions_once > 0), max(day) FILTER (WHERE precision <> 'none' AND mentions_once > 0),
  min(day) FILTER (WHERE precision <> 'none' AND reports > relayed)
FROM "slogan_day" GROUP BY 1, 2, 3, 4, 5;

INSERT INTO "slogan_month" SELECT slogan_id, place_code, day, precision, 0,
  sum(mentions), sum(reports), sum(mentions_once), sum(reports_once), sum(relayed), sum(relayed_once),
  min(first_day), max(last_day), min(first_once), max(last_once), min(first_own)
FROM "slogan_month" WHERE stratum_id <> 0 GROUP BY 1, 2, 3, 4;

INSERT INTO "slogan_year" SELECT slogan_id, place_code, date_trunc('year', day::timestamp)::date, precision, stratum_id,
  sum(mentions), sum(reports), sum(mentions_once), sum(reports_once), sum(relayed), sum(relayed_once),
  min(first_day), max(last_day), min(first_once), max(last_once), min(first_own)
FROM "slogan_month" GROUP BY 1, 2, 3, 4, 5;

INSERT INTO "place_month" SELECT place_code, date_trunc('month', day::timestamp)::date, precision, stratum_id,
  sum(reports), sum(characters), sum(reports_once), sum(characters_once),
  min(day) FILTER (WHERE precision <> 'none'), max(day) FILTER (WHERE precision <> 'none')
FROM "place_day" GROUP BY 1, 2, 3, 4;

INSERT INTO "place_month" SELECT place_code, day, precision, 0,
  sum(reports), sum(characters), sum(reports_once), sum(characters_once), min(first_day), max(last_day)
FROM "place_month" WHERE stratum_id <> 0 GROUP BY 1, 2, 3;
