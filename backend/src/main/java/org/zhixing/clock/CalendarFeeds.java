package org.zhixing.clock;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Person;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.clock.rules.CalendarFile;
import org.zhixing.clock.store.FeedRows;
import org.zhixing.clock.store.PersonNodes;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.CourtWall;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;
import org.zhixing.platform.ZhixingConfig;

/**
 * Each person's due dates as a calendar to subscribe to. Calendar programs cannot sign in, so the address itself is the
 * secret: 256 random bits, shown once, kept as SHA-256, revocable; it names cases by number and no parties.
 */
@ApplicationScoped
public class CalendarFeeds {
    private static final int SECRET_BYTES = 32;
    private static final int MOST = 2000;

    /** A node without a due date (suspended without an end) is dated far beyond this. */
    private static final LocalDate LAST = LocalDate.of(8999, 12, 31);

    private static final String CATALOGUE = "messages/nodes";

    private final FeedRows rows;
    private final PersonNodes nodes;
    private final Actors actors;
    private final Audit audit;
    private final Messages messages;
    private final Database database;
    private final CourtClock clock;
    private final @Nullable String home;
    private final SecureRandom random = new SecureRandom();

    CalendarFeeds(
            FeedRows rows,
            PersonNodes nodes,
            Actors actors,
            Audit audit,
            Messages messages,
            Database database,
            CourtClock clock,
            ZhixingConfig config) {
        this.rows = rows;
        this.nodes = nodes;
        this.actors = actors;
        this.audit = audit;
        this.messages = messages;
        this.database = database;
        this.clock = clock;
        this.home = config.publicUrl().map(url -> url.replaceAll("/+$", "")).orElse(null);
    }

    /** A new address; the secret is never shown again. */
    public record Made(String token, Instant createdAt) {}

    public Uni<Optional<Instant>> createdAt(Actor actor) {
        return rows.createdAt(database.reading(), actor.personId());
    }

    /** Makes an address; the one there was is worth nothing from now on. */
    public Uni<Made> make(Actor actor) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        Made made = new Made(Base64.getUrlEncoder().withoutPadding().encodeToString(secret), clock.now());
        return database.inTransaction(
                tx -> rows.put(tx, actor.courtId(), actor.personId(), sha256(made.token()), made.createdAt())
                        .chain(() -> audit.write(
                                tx,
                                Audit.by(actor),
                                List.of(new Entry("calendar-feed.made", null, actor.personId(), Map.of()))))
                        .replaceWith(made));
    }

    public Uni<Void> revoke(Actor actor) {
        return database.inTransaction(tx -> rows.delete(tx, actor.personId())
                .chain(gone -> audit.write(
                        tx,
                        Audit.by(actor),
                        gone == 0
                                ? List.of()
                                : List.of(new Entry("calendar-feed.revoked", null, actor.personId(), Map.of())))));
    }

    /** The calendar behind an address; empty where it was revoked, never was, or its owner left. */
    public Uni<Optional<String>> file(String token) {
        Optional<CourtWall> wall = CourtWall.here();
        return rows.person(database.readingEveryCourt(), sha256(token))
                .chain(found -> found.map(actors::personOf)
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
                .invoke(found -> found.ifPresent(person -> wall.ifPresent(before -> before.open(person.courtId()))))
                .chain(found -> found.map(person -> file(person).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<String> file(Person person) {
        return nodes.due(database.reading(), person, LocalDate.EPOCH, LAST, MOST)
                .map(due -> CalendarFile.of(
                        word("feed.name"), due.stream().map(this::entry).toList()));
    }

    private CalendarFile.Entry entry(PersonNodes.Due due) {
        return new CalendarFile.Entry(
                due.id() + "@zhixing",
                due.version(),
                due.on(),
                due.openedOn(),
                word(due.code().name()) + " " + due.caseNumber(),
                word("feed.due", due.on(), due.clause()),
                home == null ? null : home + "/cases/" + due.caseId());
    }

    private String word(String key, Object... params) {
        return messages.get(CATALOGUE, key, List.of(params), Locale.SIMPLIFIED_CHINESE);
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
