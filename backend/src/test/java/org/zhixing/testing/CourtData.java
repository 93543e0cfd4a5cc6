package org.zhixing.testing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Looks at the tables behind the API's back, and empties them between tests. */
@ApplicationScoped
public class CourtData {
    private static final AtomicInteger SERIAL = new AtomicInteger(70_000);

    private final DataSource source;

    CourtData(@io.quarkus.agroal.DataSource("owner") DataSource source) {
        this.source = source;
    }

    /** A case number of 豫0505 that no other test uses. */
    public static String number() {
        return "(2022)豫0505执" + SERIAL.incrementAndGet() + "号";
    }

    /** The first of n serial numbers that no other test uses. */
    static int nextSerial(int n) {
        return SERIAL.getAndAdd(n) + 1;
    }

    private static final List<String> FILLED = List.of("""
                    enforcement_case party triage_decision
                    asset asset_version measure measure_act query_result
                    ledger_account ledger_transaction ledger_entry ledger_month ledger_check
                    bank_gap_note bank_carry bank_carry_item bank_jump
                    statement_import statement_import_row bank_line receipt suspense_item suspense_claim
                    payee disbursement disbursement_step payment payment_part payment_batch funds_number
                    supervision_slip supervision_answer supervision_notice supervision_serial
                    task_slip task_slip_step task_slip_evidence task_slip_delegation task_slip_serial trip trip_stop device_key capture
                    case_suspension node_extension case_transfer referral stand_in archive_loan
                    panel panel_edition paper paper_edition paper_serial paper_serving paper_batch paper_batch_case signature
                    dossier dossier_item dossier_version dossier_opening upload file_picture file_pages stored_file stored_chunk
                    node node_tally overdue_notice outbox inbox register_import import_row idempotency_key
                    audit audit_unsealed audit_seal audit_seal_head signed_in channel_setting notice_preference calendar_feed
                    """.strip().split("\\s+"));

    private static final List<String> POLICIES = List.of(
            "node_policy", "triage_policy", "funds_policy", "dossier_policy", "upload_policy", "signing_policy");

    private static final List<String> SERIALS = List.of("ledger_entry_position_seq", "audit_seq_seq", "outbox_id_seq");

    /**
     * Empties everything but courts, people, policies and calendars. Row by row and past the triggers: tests leave few rows,
     * and to truncate seventy tables, or to take a trigger off one, costs more than a test does.
     */
    public void wipe() {
        run("set session_replication_role = replica;"
                + FILLED.stream().map("delete from %s;"::formatted).collect(Collectors.joining())
                + " set session_replication_role = origin;"
                + SERIALS.stream()
                        .map("select setval('%s', 1, false);"::formatted)
                        .collect(Collectors.joining())
                + " update person set open_cases = 0 where open_cases <> 0;"
                + " update audit_head set seq = 0, hash = repeat('0', 64);"
                + " select open_funds(id) from court");
    }

    /** Takes back what tests drafted and published; the versions a court begins with stay. */
    public void forgetPolicies() {
        run("set session_replication_role = replica; delete from policy_draft; delete from paper_template;"
                + POLICIES.stream()
                        .map("delete from %s where version > 1;"::formatted)
                        .collect(Collectors.joining())
                + " set session_replication_role = origin");
    }

    public void run(String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of every row, as text. */
    public List<String> query(String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public long count(String sql) {
        return Long.parseLong(query(sql).get(0));
    }
}
