-- AlterTable
ALTER TABLE "run" ADD COLUMN     "lines_indexed" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "line_gram" (
    "document_id" BIGINT NOT NULL,
    "list" INTEGER NOT NULL,
    "place_code" CHAR(6) NOT NULL,
    "day" DATE NOT NULL,
    "precision" "precision" NOT NULL,
    "grams" INTEGER[],

    CONSTRAINT "line_gram_pkey" PRIMARY KEY ("document_id","list")
);

-- CreateIndex
CREATE INDEX "line_gram_grams_idx" ON "line_gram" USING GIN ("grams");

-- AddForeignKey
ALTER TABLE "line_gram" ADD CONSTRAINT "line_gram_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
