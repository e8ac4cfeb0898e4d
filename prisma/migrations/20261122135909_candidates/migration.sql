-- CreateEnum
CREATE TYPE "candidate_status" AS ENUM ('proposed', 'accepted', 'rejected');

-- CreateTable
CREATE TABLE "candidate" (
    "id" SERIAL NOT NULL,
    "phrase" TEXT NOT NULL,
    "shape" TEXT NOT NULL,
    "score" REAL NOT NULL,
    "frequency" INTEGER NOT NULL,
    "documents" INTEGER NOT NULL,
    "years" INTEGER NOT NULL,
    "places" INTEGER NOT NULL,
    "quoted" REAL NOT NULL,
    "policy" REAL NOT NULL,
    "first_day" DATE,
    "last_day" DATE,
    "variants" TEXT[],
    "contexts" JSONB NOT NULL,
    "status" "candidate_status" NOT NULL DEFAULT 'proposed',
    "run_id" INTEGER,
    "found_on" DATE NOT NULL,
    "seen_on" DATE NOT NULL,

    CONSTRAINT "candidate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "candidate_phrase_key" ON "candidate"("phrase");

-- CreateIndex
CREATE INDEX "candidate_status_score_idx" ON "candidate"("status", "score" DESC);
