-- AlterTable
ALTER TABLE "paragraph" ADD COLUMN     "hash" BIGINT,
ADD COLUMN     "relayed" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "report" ADD COLUMN     "relayed_share" REAL NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "run" ADD COLUMN     "interrupted" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "background_job" (
    "name" TEXT NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "finished_at" TIMESTAMPTZ,

    CONSTRAINT "background_job_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "paragraph_hash_idx" ON "paragraph"("hash");
