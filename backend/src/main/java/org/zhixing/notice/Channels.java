package org.zhixing.notice;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Person;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.notice.carrier.MailCarrier;
import org.zhixing.notice.carrier.WebhookTarget;
import org.zhixing.notice.rules.ChannelSettings;
import org.zhixing.notice.rules.EmailAddress;
import org.zhixing.notice.rules.EmailMode;
import org.zhixing.notice.rules.Preferences;
import org.zhixing.notice.store.ChannelRows;
import org.zhixing.notice.store.LetterRows;
import org.zhixing.platform.Database;
import org.zhixing.platform.Refusal;
import org.zhixing.platform.ZhixingConfig;

/** The ways outside a court uses, and what its people chose of them. */
@ApplicationScoped
public class Channels {
    private static final String CLAUSE = "二(三)1";
    private static final int SHORTEST_SECRET = 16;

    private final ChannelRows rows;
    private final LetterRows letters;
    private final MailCarrier mail;
    private final Actors actors;
    private final Audit audit;
    private final Database database;
    private final Set<String> trusted;

    Channels(
            ChannelRows rows,
            LetterRows letters,
            MailCarrier mail,
            Actors actors,
            Audit audit,
            Database database,
            ZhixingConfig config) {
        this.rows = rows;
        this.letters = letters;
        this.mail = mail;
        this.actors = actors;
        this.audit = audit;
        this.database = database;
        this.trusted = config.webhook().trustedHosts().orElse(Set.of());
    }

    /** A court's settings with how they do: deliveries by channel, and people whom no mail reaches. */
    public record State(
            ChannelSettings settings, boolean emailAvailable, List<LetterRows.Count> counts, int withoutAddress) {}

    /** Somebody of the court, and how they are reached. */
    public record Reached(Person person, Preferences preferences) {}

    public Uni<State> state(Actor actor) {
        return rows.settings(database.reading(), actor.courtId())
                .chain(settings -> letters.counts(database.reading(), actor.courtId())
                        .chain(counts -> people(actor)
                                .map(people -> new State(settings, mail.ready(), counts, (int) people.stream()
                                        .filter(each -> each.preferences().emailAddress() == null)
                                        .count()))));
    }

    /** Everybody of the court but its service accounts. */
    public Uni<List<Reached>> people(Actor actor) {
        return rows.chosen(database.reading(), actor.courtId())
                .chain(chosen -> actors.peopleOf(actor.courtId(), null, null).map(people -> {
                    Map<UUID, Preferences> byId = new TreeMap<>();
                    chosen.forEach(each -> byId.put(each.personId(), each.preferences()));
                    return people.stream()
                            .filter(person -> !person.roles().equals(Set.of(org.zhixing.access.rules.Role.INTEGRATION)))
                            .map(person -> new Reached(person, byId.getOrDefault(person.id(), Preferences.NONE)))
                            .toList();
                }));
    }

    /**
     * Saves the settings (whose own version is not looked at).
     *
     * @param seen the version they were changed from; 412 where somebody was faster
     * @param secret the webhook's new secret; null keeps the one there is
     */
    public Uni<ChannelSettings> save(Actor by, int seen, ChannelSettings wish, @Nullable String secret) {
        check(wish, secret);
        return database.inTransaction(tx -> rows.lock(tx, by.courtId()).chain(before -> {
            if (before.version() != seen) {
                throw Refusal.stale(before.version(), List.of());
            }
            if (wish.webhookEnabled() && secret == null && !before.webhookSecretSet()) {
                throw Refusal.field("webhook.secret", null, "field.required");
            }
            return rows.save(tx, by.courtId(), wish, secret)
                    .chain(() -> audit.write(
                            tx,
                            Audit.by(by),
                            List.of(new Entry("channels.changed", null, null, changed(before, wish, secret)))))
                    .chain(() -> rows.settings(tx, by.courtId()));
        }));
    }

    private void check(ChannelSettings wish, @Nullable String secret) {
        if (wish.emailEnabled() && !mail.ready()) {
            throw Refusal.conflict("smtp-missing");
        }
        String url = wish.webhookUrl();
        if (wish.webhookEnabled() && url == null) {
            throw Refusal.field("webhook.url", null, "field.required");
        }
        if (url != null) {
            try {
                WebhookTarget.of(url, trusted);
            } catch (WebhookTarget.Refused refused) {
                throw Refusal.field("webhook.url", null, refused.reason());
            }
        }
        if (secret != null && secret.length() < SHORTEST_SECRET) {
            throw Refusal.field("webhook.secret", null, "webhook.secret", SHORTEST_SECRET);
        }
    }

    /** The trail says that the secret or the address changed, and never to what: an address may hold a key, too. */
    private static Map<String, Object> changed(ChannelSettings before, ChannelSettings wish, @Nullable String secret) {
        Map<String, Object> detail = new TreeMap<>();
        detail.put("email", wish.emailEnabled());
        detail.put("emailMandatory", wish.emailMandatory());
        detail.put("webhook", wish.webhookEnabled());
        detail.put("webhookUrlChanged", !java.util.Objects.equals(before.webhookUrl(), wish.webhookUrl()));
        detail.put("webhookSecretChanged", secret != null);
        detail.put("digestAt", wish.digestAt().toString());
        detail.put("quietOnRestDays", wish.quietOnRestDays());
        return detail;
    }

    /** What the court allows, and what the person chose. */
    public record Choice(ChannelSettings settings, Preferences preferences) {}

    public Uni<Choice> choice(Actor actor) {
        return rows.settings(database.reading(), actor.courtId())
                .chain(settings -> rows.preferences(database.reading(), actor.personId())
                        .map(preferences -> new Choice(settings, preferences)));
    }

    /** The actor's own choice. */
    public Uni<Choice> choose(Actor actor, Preferences wish) {
        return choose(actor, actor.personId(), wish).chain(() -> choice(actor));
    }

    /** An administrator's choice for somebody of the court; 404 for anybody else. */
    public Uni<Reached> chooseFor(Actor by, UUID personId, Preferences wish) {
        return actors.personOf(personId).chain(found -> {
            Person person = found.filter(each -> each.courtId() == by.courtId()).orElseThrow(Refusal::notFound);
            return choose(by, personId, wish).replaceWith(new Reached(person, wish));
        });
    }

    private Uni<Void> choose(Actor by, UUID personId, Preferences wish) {
        String address = wish.emailAddress();
        if (address != null && !EmailAddress.valid(address)) {
            throw Refusal.field("emailAddress", address, "field.email");
        }
        return database.inTransaction(tx -> rows.settings(tx, by.courtId()).chain(court -> {
            if (court.emailEnabled() && court.emailMandatory() && wish.email() == EmailMode.OFF) {
                throw Refusal.rule("email-mandatory", CLAUSE);
            }
            return choose(tx, by, personId, wish);
        }));
    }

    private Uni<Void> choose(SqlConnection tx, Actor by, UUID personId, Preferences wish) {
        return rows.preferences(tx, personId).chain(before -> {
            Map<String, Object> detail = new TreeMap<>();
            detail.put("email", wish.email());
            detail.put("webhook", wish.webhook());
            detail.put("addressChanged", !java.util.Objects.equals(before.emailAddress(), wish.emailAddress()));
            return rows.prefer(tx, by.courtId(), personId, wish)
                    .chain(() -> audit.write(
                            tx, Audit.by(by), List.of(new Entry("preferences.changed", null, personId, detail))));
        });
    }
}
