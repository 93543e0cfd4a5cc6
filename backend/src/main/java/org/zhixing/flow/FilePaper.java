package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Actor;
import org.zhixing.dossier.Files;
import org.zhixing.dossier.Volumes;
import org.zhixing.dossier.rules.Source;
import org.zhixing.dossier.rules.VolumeItem;
import org.zhixing.paper.rules.Paper;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Refusal;
import org.zhixing.signing.rules.Signing;

/** Puts a signed paper into its case's volume; a newer edition becomes a newer version of the same item. */
@ApplicationScoped
class FilePaper {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private final FileItem items;
    private final Files files;
    private final Volumes volumes;
    private final CourtClock clock;

    FilePaper(FileItem items, Files files, Volumes volumes, CourtClock clock) {
        this.items = items;
        this.files = files;
        this.volumes = volumes;
        this.clock = clock;
    }

    Uni<UUID> file(SqlConnection tx, Actor actor, PaperDesk.Locked locked, Signing signing) {
        Paper paper = locked.paper();
        UUID item = paper.itemId();
        return item == null ? first(tx, actor, locked, signing) : again(tx, actor, paper, item, signing);
    }

    private Uni<UUID> first(SqlConnection tx, Actor actor, PaperDesk.Locked locked, Signing signing) {
        Paper paper = locked.paper();
        var request = new FileItem.Request(
                paper.of().id(),
                locked.kind().category(),
                title(locked),
                Objects.requireNonNull(paper.fixed()).fileId(),
                Source.GENERATED,
                null,
                null,
                note(signing),
                null);
        return (locked.kind().evidence() ? items.issue(tx, actor, request) : items.attach(tx, actor, request))
                .map(FileItem.ItemFiled::itemId);
    }

    private Uni<UUID> again(SqlConnection tx, Actor actor, Paper paper, UUID id, Signing signing) {
        UUID fileId = Objects.requireNonNull(paper.fixed()).fileId();
        return files.find(tx, actor.courtId(), fileId)
                .map(found -> found.orElseThrow(Refusal::notFound))
                .chain(file -> volumes.find(tx, actor.courtId(), id).chain(item -> {
                    VolumeItem.Content last = item.latest().content();
                    var content = new VolumeItem.Content(
                            file, last.title(), Source.GENERATED, null, null, join(paper.reason(), note(signing)));
                    return volumes.addVersion(tx, actor, item, content, clock.now());
                }))
                .replaceWith(id);
    }

    private static String title(PaperDesk.Locked locked) {
        Paper paper = locked.paper();
        String addressee = paper.content().addressee();
        String name = locked.kind().zh() + " "
                + Objects.requireNonNull(paper.number()).text();
        return addressee == null ? name : name + "（" + addressee + "）";
    }

    private static String join(@Nullable String reason, String note) {
        return reason == null ? note : reason + "；" + note;
    }

    /** Who signed what, beside the paper: the PDF itself must stay the bytes that were signed. */
    private static String note(Signing signing) {
        return signing.given().stream()
                        .map(s -> s.personName() + " " + MOMENT.format(s.signedAt()) + " 签署")
                        .collect(Collectors.joining("；"))
                + "；SHA-256 " + signing.given().get(0).sha256();
    }
}
