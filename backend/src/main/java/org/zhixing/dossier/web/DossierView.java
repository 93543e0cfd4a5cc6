package org.zhixing.dossier.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.cases.rules.CaseKind;
import org.zhixing.cases.rules.ClosureManner;
import org.zhixing.dossier.rules.Catalogue;
import org.zhixing.dossier.rules.Source;
import org.zhixing.dossier.rules.VolumeItem;
import org.zhixing.platform.Page;

/** A case's volume: its catalogue with counts, a page of its items, and what each way of closing still wants. */
@Schema(name = "Dossier")
public record DossierView(List<Category> catalogue, Page<Item> items, List<Completeness> completeness) {

    @Schema(name = "DossierCategory")
    public record Category(String code, String name, String clause, int count) {}

    @Schema(name = "DossierCompleteness")
    public record Completeness(ClosureManner manner, List<Missing> missing) {}

    @Schema(name = "DossierMissing")
    public record Missing(String category, String name, int count, String clause) {}

    @Schema(name = "DossierItem")
    public record Item(
            UUID id,
            String category,
            int position,
            String title,
            Source source,
            @Schema(description = "Of the file") int number,
            UUID fileId,
            String fileName,
            String mediaType,
            long size,
            String sha256,
            String filedBy,
            Instant filedAt,
            @Nullable Instant takenAt,
            @Nullable String place,
            @Nullable String note,

            @Schema(description = "The node that it proves done") @Nullable
            UUID nodeId,

            @Schema(description = "Why it was removed; null while it stands") @Nullable
            String removedReason,

            @Nullable Instant removedAt,

            @Schema(description = "Of the row, for If-Match")
            int version) {

        static Item of(VolumeItem item) {
            VolumeItem.Version latest = item.latest();
            VolumeItem.Content content = latest.content();
            VolumeItem.Removal removal = item.removal();
            return new Item(
                    item.id(),
                    item.category(),
                    item.position(),
                    content.title(),
                    content.source(),
                    latest.number(),
                    content.file().id(),
                    content.file().name(),
                    content.file().mediaType(),
                    content.file().size(),
                    content.file().sha256(),
                    latest.filedByName(),
                    latest.filedAt(),
                    content.takenAt(),
                    content.place(),
                    content.note(),
                    item.nodeId(),
                    removal == null ? null : removal.reason(),
                    removal == null ? null : removal.at(),
                    item.version());
        }
    }

    static DossierView of(
            Catalogue catalogue, Map<String, Integer> counts, Page<VolumeItem> items, CaseKind kind, boolean english) {
        return new DossierView(
                catalogue.categories().stream()
                        .map(c -> new Category(
                                c.code(), english ? c.en() : c.zh(), c.clause(), counts.getOrDefault(c.code(), 0)))
                        .toList(),
                items.map(Item::of),
                Arrays.stream(ClosureManner.values())
                        .filter(manner -> manner.suits(kind))
                        .map(manner -> new Completeness(
                                manner,
                                catalogue.missing(manner.name(), counts).stream()
                                        .map(m -> missing(catalogue, m, english))
                                        .toList()))
                        .toList());
    }

    private static Missing missing(Catalogue catalogue, Catalogue.Missing m, boolean english) {
        Catalogue.Category category = catalogue.category(m.category()).orElseThrow();
        return new Missing(m.category(), english ? category.en() : category.zh(), m.count(), m.clause());
    }
}
