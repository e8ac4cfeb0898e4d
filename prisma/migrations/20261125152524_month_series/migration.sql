-- CreateIndex
CREATE INDEX "slogan_month_series_idx" ON "slogan_month"("slogan_id", "place_code", "stratum_id", "day", "precision", "mentions", "reports", "mentions_once", "reports_once", "relayed", "relayed_once");
