-- AlterTable
ALTER TABLE "run" ADD COLUMN     "indexed" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "document_gram" (
    "document_id" BIGINT NOT NULL,
    "grams" INTEGER[],

    CONSTRAINT "document_gram_pkey" PRIMARY KEY ("document_id")
);

-- CreateTable
CREATE TABLE "phrase" (
    "id" SERIAL NOT NULL,
    "query" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "documents" INTEGER NOT NULL,
    "counted_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "phrase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "phrase_day" (
    "phrase_id" INTEGER NOT NULL,
    "place_code" CHAR(6) NOT NULL,
    "day" DATE NOT NULL,
    "precision" "precision" NOT NULL,
    "stratum_id" INTEGER NOT NULL,
    "mentions" INTEGER NOT NULL,
    "reports" INTEGER NOT NULL,
    "mentions_once" INTEGER NOT NULL,
    "reports_once" INTEGER NOT NULL,
    "alone" INTEGER NOT NULL,
    "alone_once" INTEGER NOT NULL,

    CONSTRAINT "phrase_day_pkey" PRIMARY KEY ("phrase_id","place_code","day","precision","stratum_id")
);

-- CreateIndex
CREATE INDEX "document_gram_grams_idx" ON "document_gram" USING GIN ("grams");

-- CreateIndex
CREATE UNIQUE INDEX "phrase_query_version_key" ON "phrase"("query", "version");

-- CreateIndex
CREATE INDEX "directive_head_idx" ON "directive" USING HASH ("head");

-- AddForeignKey
ALTER TABLE "document_gram" ADD CONSTRAINT "document_gram_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "phrase_day" ADD CONSTRAINT "phrase_day_phrase_id_fkey" FOREIGN KEY ("phrase_id") REFERENCES "phrase"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
