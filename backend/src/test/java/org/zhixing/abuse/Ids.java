package org.zhixing.abuse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.zhixing.testing.CourtData;

/** Ids of one court's rows by the words of addresses and bodies; where a table is empty, that of a case. */
final class Ids {
    private static final Map<String, String> BY_PATH = Map.ofEntries(
            Map.entry("bank-lines", "bank_line"),
            Map.entry("disbursements", "disbursement"),
            Map.entry("dossier-items", "dossier_item"),
            Map.entry("extensions", "node_extension"),
            Map.entry("files", "stored_file"),
            Map.entry("imports", "(select * from register_import where kind = 'REGISTER')"),
            Map.entry("query-imports", "(select * from register_import where kind = 'QUERY_RESULTS')"),
            Map.entry("inbox", "inbox"),
            Map.entry("nodes", "node"),
            Map.entry("outbox", "outbox"),
            Map.entry("paper-batches", "paper_batch"),
            Map.entry("panels", "panel"),
            Map.entry("papers", "paper"),
            Map.entry("payment-batches", "payment_batch"),
            Map.entry("channels", "person"),
            Map.entry("receipts", "receipt"),
            Map.entry("referrals", "referral"),
            Map.entry("stand-ins", "stand_in"),
            Map.entry("statement-mappings", "statement_mapping"),
            Map.entry("statements", "statement_import"),
            Map.entry("supervision-slips", "supervision_slip"),
            Map.entry("suspense", "suspense_item"),
            Map.entry("suspensions", "case_suspension"),
            Map.entry("task-slips", "task_slip"),
            Map.entry("delegations", "task_slip"),
            Map.entry("transfers", "case_transfer"),
            Map.entry("trips", "trip"),
            Map.entry("uploads", "upload"),
            Map.entry("assetId", "asset"),
            Map.entry("measureId", "measure"),
            Map.entry("payeeId", "payee"),
            Map.entry("claim", "suspense_claim"));

    /** What the clock, the bank or a later day of a case brings: no row of it is planted. */
    private static final Set<String> BY_NOBODY = Set.of("suspense", "claim", "inbox");

    private static final Map<String, String> BY_FIELD = Map.ofEntries(
            Map.entry("nodeId", "node"),
            Map.entry("nodeIds", "node"),
            Map.entry("personId", "person"),
            Map.entry("judgeId", "person"),
            Map.entry("executorId", "person"),
            Map.entry("actorId", "person"),
            Map.entry("handler", "person"),
            Map.entry("others", "person"),
            Map.entry("uploadId", "upload"),
            Map.entry("uploadIds", "upload"),
            Map.entry("fileId", "stored_file"),
            Map.entry("disbursementId", "disbursement"),
            Map.entry("disbursementIds", "disbursement"),
            Map.entry("payeeId", "payee"),
            Map.entry("slipId", "task_slip"),
            Map.entry("slipIds", "task_slip"),
            Map.entry("slips", "task_slip"),
            Map.entry("mappingId", "statement_mapping"),
            Map.entry("receiptId", "receipt"),
            Map.entry("itemId", "dossier_item"),
            Map.entry("paperId", "paper"),
            Map.entry("assetId", "asset"),
            Map.entry("lineId", "bank_line"));

    private final CourtData data;
    private final String court;
    private final Map<String, String> known = new HashMap<>();

    Ids(CourtData data, String court) {
        this.data = data;
        this.court = court;
    }

    String inPath(String path, String name) {
        String table = BY_PATH.get(name);
        return ofTable(table != null ? table : BY_PATH.getOrDefault(path.split("/")[3], "enforcement_case"));
    }

    String inBody(String field) {
        return ofTable(BY_FIELD.getOrDefault(field, "enforcement_case"));
    }

    /** Words whose table has no row of the court: calls with them would find nothing. */
    List<String> missing() {
        return Stream.concat(BY_PATH.entrySet().stream(), BY_FIELD.entrySet().stream())
                .filter(each -> !BY_NOBODY.contains(each.getKey())
                        && first(each.getValue()).isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<String> first(String table) {
        return data.query("select t.id from " + table + " t join court c on c.id = t.court_id where c.code" + " = '"
                + court + "' order by t.id limit 1");
    }

    private synchronized String ofTable(String table) {
        return known.computeIfAbsent(table, any -> {
            List<String> found = first(table);
            return found.isEmpty()
                    ? data.query(
                                    "select t.id from enforcement_case t join court c on c.id = t.court_id where c.code = '"
                                            + court + "' order by t.id limit 1")
                            .get(0)
                    : found.get(0);
        });
    }
}
