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

    private static final List<String> LEDGER = List.of("ledger_transaction", "ledger_entry", "ledger_month");

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
                    node overdue_notice outbox inbox register_import import_row idempotency_key
                    audit audit_unsealed audit_seal audit_seal_head signed_in channel_setting notice_preference calendar_feed
                    """.strip().split("\\s+"));

    /** Empties everything but courts, people, policies and calendars. */
    public void wipe() {
        run(LEDGER.stream()
                .map("alter table %1$s disable trigger %1$s_append_only;"::formatted)
                .collect(Collectors.joining()));
        run("alter table audit disable trigger audit_append_only;"
                + " alter table audit_seal disable trigger audit_seal_append_only;");
        run("truncate " + String.join(", ", FILLED) + " restart identity");
        run("update person set open_cases = 0; update audit_head set seq = 0, hash = repeat('0', 64);"
                + " select open_funds(id) from court;"
                + " alter table audit enable trigger audit_append_only;"
                + " alter table audit_seal enable trigger audit_seal_append_only");
        run(LEDGER.stream()
                .map("alter table %1$s enable trigger %1$s_append_only;"::formatted)
                .collect(Collectors.joining()));
    }

    /** Takes back what tests drafted and published; the versions a court begins with stay. */
    public void forgetPolicies() {
        run("alter table dossier_policy disable trigger dossier_policy_stays;"
                + " delete from dossier_policy where version > 1;"
                + " alter table dossier_policy enable trigger dossier_policy_stays;"
                + " alter table signing_policy disable trigger signing_policy_stays;"
                + " delete from signing_policy where version > 1;"
                + " alter table signing_policy enable trigger signing_policy_stays;"
                + " truncate policy_draft, paper_template; alter table node_policy disable trigger node_policy_stays;"
                + " alter table triage_policy disable trigger triage_policy_stays;"
                + " alter table funds_policy disable trigger funds_policy_stays; delete from funds_policy where version > 1;"
                + " alter table funds_policy enable trigger funds_policy_stays;"
                + " alter table upload_policy disable trigger upload_policy_stays; delete from upload_policy where version > 1;"
                + " alter table upload_policy enable trigger upload_policy_stays;"
                + " delete from node_policy where version > 1; delete from triage_policy where version > 1;"
                + " alter table node_policy enable trigger node_policy_stays;"
                + " alter table triage_policy enable trigger triage_policy_stays");
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
