-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "place_level" AS ENUM ('unknown', 'country', 'province', 'prefecture', 'county');

-- CreateEnum
CREATE TYPE "precision" AS ENUM ('day', 'month', 'year', 'none');

-- CreateEnum
CREATE TYPE "slogan_kind" AS ENUM ('numeral', 'formula', 'parallel', 'set', 'quoted');

-- CreateEnum
CREATE TYPE "slogan_status" AS ENUM ('listed', 'found');

-- CreateEnum
CREATE TYPE "run_status" AS ENUM ('running', 'published', 'undone');

-- CreateTable
CREATE TABLE "place" (
    "code" CHAR(6) NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "level" "place_level" NOT NULL,
    "parent_code" CHAR(6),
    "path" TEXT[],
    "valid_from" DATE,
    "valid_until" DATE,
    "successors" TEXT[],

    CONSTRAINT "place_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "place_within" (
    "ancestor_code" CHAR(6) NOT NULL,
    "place_code" CHAR(6) NOT NULL,

    CONSTRAINT "place_within_pkey" PRIMARY KEY ("ancestor_code","place_code")
);

-- CreateTable
CREATE TABLE "source" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stratum" (
    "id" SERIAL NOT NULL,
    "source_id" INTEGER NOT NULL,
    "issuer" TEXT NOT NULL,
    "genre" TEXT NOT NULL,

    CONSTRAINT "stratum_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slogan" (
    "id" SERIAL NOT NULL,
    "canonical" TEXT NOT NULL,
    "kind" "slogan_kind" NOT NULL,
    "status" "slogan_status" NOT NULL,
    "gloss" TEXT,
    "domain" TEXT,
    "introduced" TEXT,
    "occasion" TEXT,
    "level" TEXT,
    "place_code" CHAR(6),
    "members" TEXT[],
    "proof" TEXT,
    "remark" TEXT,

    CONSTRAINT "slogan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slogan_variant" (
    "slogan_id" INTEGER NOT NULL,
    "surface" TEXT NOT NULL,

    CONSTRAINT "slogan_variant_pkey" PRIMARY KEY ("slogan_id","surface")
);

-- CreateTable
CREATE TABLE "event" (
    "id" SERIAL NOT NULL,
    "day" DATE NOT NULL,
    "until" DATE,
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "kind" TEXT NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run" (
    "id" SERIAL NOT NULL,
    "status" "run_status" NOT NULL,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ,
    "started_by" TEXT NOT NULL,
    "inputs" TEXT[],
    "read" INTEGER NOT NULL DEFAULT 0,
    "stored" INTEGER NOT NULL DEFAULT 0,
    "known" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "mentions" INTEGER NOT NULL DEFAULT 0,
    "lists" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_note" (
    "run_id" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "input" TEXT NOT NULL,
    "line" INTEGER,
    "code" TEXT NOT NULL,
    "detail" TEXT NOT NULL,

    CONSTRAINT "run_note_pkey" PRIMARY KEY ("run_id","ordinal")
);

-- CreateTable
CREATE TABLE "data_version" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL,
    "published_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "data_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reference_load" (
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "loaded_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "reference_load_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "document" (
    "id" BIGINT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "source_id" INTEGER NOT NULL,
    "external_id" TEXT,
    "url" TEXT,
    "title" TEXT NOT NULL,
    "encoding" TEXT NOT NULL,
    "original" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "map" INTEGER[],
    "characters" INTEGER NOT NULL,
    "repairs" JSONB NOT NULL,
    "copy_group" BIGINT NOT NULL,
    "run_id" INTEGER NOT NULL,
    "hidden" BOOLEAN NOT NULL DEFAULT false,
    "given" JSONB NOT NULL,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report" (
    "document_id" BIGINT NOT NULL,
    "ordinal" SMALLINT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "precision" "precision" NOT NULL,
    "date_confidence" REAL NOT NULL,
    "date_evidence" JSONB NOT NULL,
    "place_code" CHAR(6) NOT NULL,
    "place_confidence" REAL NOT NULL,
    "place_evidence" JSONB NOT NULL,
    "stratum_id" INTEGER NOT NULL,
    "characters" INTEGER NOT NULL,
    "stands" BOOLEAN NOT NULL,

    CONSTRAINT "report_pkey" PRIMARY KEY ("document_id","ordinal")
);

-- CreateTable
CREATE TABLE "paragraph" (
    "document_id" BIGINT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "report" SMALLINT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,

    CONSTRAINT "paragraph_pkey" PRIMARY KEY ("document_id","ordinal")
);

-- CreateTable
CREATE TABLE "mention" (
    "document_id" BIGINT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "slogan_id" INTEGER NOT NULL,
    "report" SMALLINT NOT NULL,
    "paragraph" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "original_start" INTEGER NOT NULL,
    "original_end" INTEGER NOT NULL,
    "surface" TEXT NOT NULL,
    "quoted" BOOLEAN NOT NULL,
    "frame" TEXT,
    "office" TEXT,
    "speaker" TEXT,
    "place_code" CHAR(6) NOT NULL,
    "day" DATE NOT NULL,
    "precision" "precision" NOT NULL,

    CONSTRAINT "mention_pkey" PRIMARY KEY ("document_id","ordinal")
);

-- CreateTable
CREATE TABLE "directive_list" (
    "document_id" BIGINT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "report" SMALLINT NOT NULL,
    "style" TEXT NOT NULL,
    "lead" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "parent_list" INTEGER,
    "parent_item" INTEGER,
    "missing" INTEGER[],

    CONSTRAINT "directive_list_pkey" PRIMARY KEY ("document_id","ordinal")
);

-- CreateTable
CREATE TABLE "directive" (
    "document_id" BIGINT NOT NULL,
    "list" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "numeral" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "head" TEXT NOT NULL,

    CONSTRAINT "directive_pkey" PRIMARY KEY ("document_id","list","ordinal")
);

-- CreateTable
CREATE TABLE "note" (
    "document_id" BIGINT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "start" INTEGER,
    "detail" TEXT,

    CONSTRAINT "note_pkey" PRIMARY KEY ("document_id","ordinal")
);

-- CreateTable
CREATE TABLE "slogan_day" (
    "slogan_id" INTEGER NOT NULL,
    "place_code" CHAR(6) NOT NULL,
    "day" DATE NOT NULL,
    "precision" "precision" NOT NULL,
    "stratum_id" INTEGER NOT NULL,
    "mentions" INTEGER NOT NULL,
    "reports" INTEGER NOT NULL,
    "mentions_once" INTEGER NOT NULL,
    "reports_once" INTEGER NOT NULL,

    CONSTRAINT "slogan_day_pkey" PRIMARY KEY ("slogan_id","place_code","day","precision","stratum_id")
);

-- CreateTable
CREATE TABLE "place_day" (
    "place_code" CHAR(6) NOT NULL,
    "day" DATE NOT NULL,
    "precision" "precision" NOT NULL,
    "stratum_id" INTEGER NOT NULL,
    "reports" INTEGER NOT NULL,
    "characters" BIGINT NOT NULL,
    "reports_once" INTEGER NOT NULL,
    "characters_once" BIGINT NOT NULL,

    CONSTRAINT "place_day_pkey" PRIMARY KEY ("place_code","day","precision","stratum_id")
);

-- CreateIndex
CREATE INDEX "place_parent_code_idx" ON "place"("parent_code");

-- CreateIndex
CREATE INDEX "place_within_place_code_idx" ON "place_within"("place_code");

-- CreateIndex
CREATE UNIQUE INDEX "source_name_key" ON "source"("name");

-- CreateIndex
CREATE UNIQUE INDEX "stratum_source_id_issuer_genre_key" ON "stratum"("source_id", "issuer", "genre");

-- CreateIndex
CREATE UNIQUE INDEX "slogan_canonical_key" ON "slogan"("canonical");

-- CreateIndex
CREATE INDEX "event_day_idx" ON "event"("day");

-- CreateIndex
CREATE INDEX "document_run_id_idx" ON "document"("run_id");

-- CreateIndex
CREATE INDEX "document_copy_group_idx" ON "document"("copy_group");

-- CreateIndex
CREATE INDEX "report_place_code_day_idx" ON "report"("place_code", "day");

-- CreateIndex
CREATE INDEX "report_day_idx" ON "report"("day");

-- CreateIndex
CREATE INDEX "mention_slogan_id_day_place_code_idx" ON "mention"("slogan_id", "day", "place_code");

-- CreateIndex
CREATE INDEX "slogan_day_slogan_id_day_idx" ON "slogan_day"("slogan_id", "day");

-- CreateIndex
CREATE INDEX "slogan_day_day_idx" ON "slogan_day"("day");

-- CreateIndex
CREATE INDEX "place_day_day_idx" ON "place_day"("day");

-- AddForeignKey
ALTER TABLE "place" ADD CONSTRAINT "place_parent_code_fkey" FOREIGN KEY ("parent_code") REFERENCES "place"("code") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "stratum" ADD CONSTRAINT "stratum_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "slogan_variant" ADD CONSTRAINT "slogan_variant_slogan_id_fkey" FOREIGN KEY ("slogan_id") REFERENCES "slogan"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "run_note" ADD CONSTRAINT "run_note_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_place_code_fkey" FOREIGN KEY ("place_code") REFERENCES "place"("code") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_stratum_id_fkey" FOREIGN KEY ("stratum_id") REFERENCES "stratum"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "paragraph" ADD CONSTRAINT "paragraph_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_slogan_id_fkey" FOREIGN KEY ("slogan_id") REFERENCES "slogan"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "directive_list" ADD CONSTRAINT "directive_list_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "directive" ADD CONSTRAINT "directive_document_id_list_fkey" FOREIGN KEY ("document_id", "list") REFERENCES "directive_list"("document_id", "ordinal") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
