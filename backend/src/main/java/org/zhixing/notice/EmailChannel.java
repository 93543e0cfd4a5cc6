package org.zhixing.notice;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.zhixing.access.Actors;
import org.zhixing.access.rules.Person;
import org.zhixing.notice.carrier.MailCarrier;
import org.zhixing.notice.rules.Digest;
import org.zhixing.notice.rules.EmailMode;
import org.zhixing.notice.rules.Letter;
import org.zhixing.notice.rules.Topic;
import org.zhixing.notice.store.ChannelRows.Destination;
import org.zhixing.platform.CourtClock;

/** E-mail: single notices, and the digest, whose content is made when it leaves, so that it is never yesterday's. */
@ApplicationScoped
class EmailChannel implements FarChannel {
    static final String NAME = "EMAIL";

    private final MailCarrier carrier;
    private final LetterWords words;
    private final List<DigestSource> sources;
    private final Actors actors;
    private final CourtClock clock;

    EmailChannel(
            MailCarrier carrier, LetterWords words, @All List<DigestSource> sources, Actors actors, CourtClock clock) {
        this.carrier = carrier;
        this.words = words;
        this.sources = sources;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean ready() {
        return carrier.ready();
    }

    @Override
    public Uni<Void> send(Letter letter, Destination to) {
        boolean digest = letter.event().topic().equals(Topic.DIGEST.key());
        boolean wanted = digest ? to.email() != EmailMode.OFF : to.email() == EmailMode.EACH;
        if (!wanted) {
            return Uni.createFrom().voidItem();
        }
        return digest ? digest(letter, to) : send(letter, to, words.letter(letter.event()));
    }

    /** A digest that waited over its day is the next one's business. */
    private Uni<Void> digest(Letter letter, Destination to) {
        if (letter.event().forDay().isBefore(clock.today())) {
            return Uni.createFrom().voidItem();
        }
        return actors.personOf(letter.personId()).chain(found -> found.map(person -> gather(person, letter)
                        .chain(digest -> digest.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : send(letter, to, words.letter(digest))))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Digest> gather(Person person, Letter letter) {
        return Multi.createFrom()
                .iterable(sources)
                .onItem()
                .transformToUniAndConcatenate(
                        source -> source.sections(person, letter.event().forDay()))
                .collect()
                .asList()
                .map(all -> new Digest(letter.event().forDay(), together(all)));
    }

    private static List<Digest.Section> together(List<List<Digest.Section>> all) {
        Map<Digest.Kind, Digest.Section> byKind = new EnumMap<>(Digest.Kind.class);
        all.stream()
                .flatMap(List::stream)
                .forEach(section -> byKind.merge(section.kind(), section, (one, other) -> {
                    List<Digest.Line> lines = new ArrayList<>(one.lines());
                    lines.addAll(other.lines());
                    return new Digest.Section(one.kind(), lines, one.total() + other.total());
                }));
        return List.copyOf(byKind.values());
    }

    private Uni<Void> send(Letter letter, Destination to, LetterText text) {
        String address = Objects.requireNonNull(to.address(), "whoever is reached has an address");
        return carrier.send(new MailCarrier.Mail(letter.name(), address, text.subject(), text.text(), text.html()));
    }
}
