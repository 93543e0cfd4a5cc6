package org.zhixing.notice.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.notice.rules.ChannelSettings;
import org.zhixing.notice.rules.EmailMode;
import org.zhixing.notice.rules.Preferences;
import org.zhixing.notice.rules.WebhookMode;
import org.zhixing.platform.Database;

/** What courts set and people chose. The webhook's secret leaves by {@link #destination} only. */
@ApplicationScoped
public class ChannelRows {
    private static final String SETTINGS = "email_enabled, email_mandatory, webhook_enabled, webhook_url,"
            + " webhook_secret is not null, digest_at, quiet_on_rest_days, version from channel_setting";

    /** The secret stays as it is where none is given. */
    private static final String SAVE = """
            insert into channel_setting as s (court_id, email_enabled, email_mandatory, webhook_enabled, webhook_url,
                webhook_secret, digest_at, quiet_on_rest_days)
            values ($1, $2, $3, $4, $5, coalesce($6, (select webhook_secret from channel_setting where court_id = $1)),
                $7, $8)
            on conflict (court_id) do update set email_enabled = $2, email_mandatory = $3, webhook_enabled = $4,
                webhook_url = $5, webhook_secret = excluded.webhook_secret, digest_at = $7,
                quiet_on_rest_days = $8, version = s.version + 1
            """;

    private static final String PREFER = """
            insert into notice_preference (person_id, court_id, email_address, email, webhook)
            values ($1, $2, $3, $4, $5)
            on conflict (person_id) do update set email_address = $3, email = $4, webhook = $5
            """;

    private static final String DESTINATION = """
            select r.username, r.email_address, r.email, r.webhook, s.webhook_url, s.webhook_secret
            from notice_reach r join channel_setting s on s.court_id = r.court_id
            where r.person_id = $1
            """;

    /** A court and what it set. */
    public record CourtChannels(int courtId, ChannelSettings settings) {}

    /** Where one person is reached now; the secret is not for any log. */
    public record Destination(
            String username,
            @Nullable String address,
            EmailMode email,
            WebhookMode webhook,
            @Nullable String url,
            @Nullable String secret) {
        @Override
        public String toString() {
            return "Destination of " + username;
        }
    }

    /** A person with what they chose. */
    public record Chosen(UUID personId, Preferences preferences) {}

    /** Courts that use a channel outside. */
    public Uni<List<CourtChannels>> courts(SqlClient client) {
        return Database.list(
                client,
                "select court_id, " + SETTINGS + " where email_enabled or webhook_enabled order by court_id",
                row -> new CourtChannels(row.getInteger(0), settings(row, 1)));
    }

    public Uni<ChannelSettings> settings(SqlClient client, int courtId) {
        return Database.first(client, "select " + SETTINGS + " where court_id = $1", row -> settings(row, 0), courtId)
                .map(found -> found.orElse(ChannelSettings.NONE));
    }

    /** The same, held until the transaction ends; nobody else saves meanwhile. */
    public Uni<ChannelSettings> lock(SqlConnection tx, int courtId) {
        return Database.execute(tx, "select pg_advisory_xact_lock(7045, $1)", courtId)
                .chain(() -> settings(tx, courtId));
    }

    public Uni<Integer> save(SqlConnection tx, int courtId, ChannelSettings s, @Nullable String secret) {
        return Database.execute(
                tx,
                SAVE,
                courtId,
                s.emailEnabled(),
                s.emailMandatory(),
                s.webhookEnabled(),
                s.webhookUrl(),
                secret,
                s.digestAt(),
                s.quietOnRestDays());
    }

    public Uni<Preferences> preferences(SqlClient client, UUID person) {
        return Database.first(
                        client,
                        "select email_address, email, webhook from notice_preference where person_id = $1",
                        row -> preferences(row, 0),
                        person)
                .map(found -> found.orElse(Preferences.NONE));
    }

    public Uni<List<Chosen>> chosen(SqlClient client, int courtId) {
        return Database.list(
                client,
                "select person_id, email_address, email, webhook from notice_preference where court_id = $1",
                row -> new Chosen(row.getUUID(0), preferences(row, 1)),
                courtId);
    }

    public Uni<Integer> prefer(SqlConnection tx, int courtId, UUID person, Preferences p) {
        return Database.execute(
                tx,
                PREFER,
                person,
                courtId,
                p.emailAddress(),
                p.email().name(),
                p.webhook().name());
    }

    /** Empty for somebody who left. */
    public Uni<Optional<Destination>> destination(SqlClient client, UUID person) {
        return Database.first(
                client,
                DESTINATION,
                row -> new Destination(
                        row.getString(0),
                        row.getString(1),
                        EmailMode.valueOf(row.getString(2)),
                        WebhookMode.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getString(5)),
                person);
    }

    private static ChannelSettings settings(Row row, int from) {
        return new ChannelSettings(
                row.getBoolean(from),
                row.getBoolean(from + 1),
                row.getBoolean(from + 2),
                row.getString(from + 3),
                row.getBoolean(from + 4),
                row.getLocalTime(from + 5),
                row.getBoolean(from + 6),
                row.getInteger(from + 7));
    }

    private static Preferences preferences(Row row, int from) {
        return new Preferences(
                row.getString(from),
                EmailMode.valueOf(row.getString(from + 1)),
                WebhookMode.valueOf(row.getString(from + 2)));
    }
}
