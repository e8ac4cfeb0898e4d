-- CreateTable
CREATE TABLE "data_state" (
    "version" INTEGER NOT NULL,
    "published_at" TIMESTAMPTZ NOT NULL,
    "reports" BIGINT NOT NULL,
    "mentions" BIGINT NOT NULL,

    CONSTRAINT "data_state_pkey" PRIMARY KEY ("version")
);

INSERT INTO "data_state" SELECT v.version, v.published_at,
  (SELECT coalesce(sum(reports), 0) FROM "place_month" WHERE stratum_id = 0),
  (SELECT coalesce(sum(mentions), 0) FROM "slogan_year" WHERE stratum_id = 0)
FROM "data_version" v;
