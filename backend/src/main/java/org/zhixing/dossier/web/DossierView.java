package org.zhixing.dossier.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.cases.rules.CaseKind;
import org.zhixing.cases.rules.ClosureManner;
import org.zhixing.dossier.rules.Catalogue;
import org.zhixing.dossier.rules.PageNumbers;
import org.zhixing.dossier.rules.Source;
import org.zhixing.dossier.rules.VolumeItem;
import org.zhixing.platform.Page;
import org.zhixing.platform.Versioned;

/** A case's volume: its catalogue with counts, a page of its items, and what each way of closing still wants. */
@Schema(name = "Dossier")
public record DossierView(
        List<Category> catalogue,

        @Schema(description = "Of the policy in force today")
        int policyVersion,

        Page<Item> items,

        @Schema(description = "Of all standing items; null while some are still being counted") @Nullable
        Integer pages,

        List<Completeness> completeness) {

    @Schema(name = "DossierCategory")
    public record Category(String code, String name, String clause, int count) {}

    @Schema(name = "DossierCompleteness")
    public record Completeness(ClosureManner manner, List<Missing> missing) {}

    @Schema(name = "DossierMissing")
    public record Missing(
            String category,
            String name,
            int count,
            String clause,

            @Schema(description = "Whether the closing is refused without it")
            boolean mandatory) {}

    /** One version of an item's file, by its own type. */
    @Schema(name = "DossierVersion")
    public record Version(
            int number,
            String fileName,
            String mediaType,
            long size,
            String sha256,
            String filedBy,
            Instant filedAt,

            @Schema(description = "Why it replaced the one before") @Nullable
            String note) {
        static Version of(VolumeItem.Past past) {
            return new Version(
                    past.number(),
                    past.fileName(),
                    past.mediaType(),
                    past.size(),
                    past.sha256(),
                    past.filedBy(),
                    past.filedAt(),
                    past.note());
        }
    }

    @Schema(name = "DossierItem")
    public record Item(
            UUID id,
            String category,

            @Schema(
                    description =
                            "Its place among the standing items of its category, from 1; null where it was removed")
            @Nullable
            Integer nth,

            @Schema(description = "0 where it has none, such as sound; null while they are being counted, or removed")
            @Nullable
            Integer pages,

            @Schema(description = "Its first page in the volume") @Nullable
            Integer fromPage,

            @Schema(description = "Its last page in the volume") @Nullable
            Integer toPage,

            @Schema(description = "All versions of its file, the first one first")
            List<Version> versions,

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

        static Item of(VolumeItem item, Lying lying) {
            VolumeItem.Version latest = item.latest();
            VolumeItem.Content content = latest.content();
            VolumeItem.Removal removal = item.removal();
            PageNumbers.Place place = lying.places().get(item.id());
            return new Item(
                    item.id(),
                    item.category(),
                    place == null ? null : place.nth(),
                    place == null ? null : place.pages(),
                    place == null ? null : place.from(),
                    place == null ? null : place.to(),
                    lying.versions().getOrDefault(item.id(), List.of()).stream()
                            .map(Version::of)
                            .toList(),
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

    /** What is known of the items beside themselves. */
    record Lying(Map<UUID, PageNumbers.Place> places, Map<UUID, List<VolumeItem.Past>> versions) {
        static Lying of(List<PageNumbers.Place> places, Map<UUID, List<VolumeItem.Past>> versions) {
            return new Lying(
                    places.stream().collect(Collectors.toMap(PageNumbers.Place::item, Function.identity())), versions);
        }

        @Nullable
        Integer pages() {
            int sum = 0;
            for (PageNumbers.Place each : places.values()) {
                Integer pages = each.pages();
                if (pages == null) {
                    return null;
                }
                sum += pages;
            }
            return sum;
        }
    }

    static DossierView of(
            Versioned<Catalogue> policy,
            Map<String, Integer> counts,
            Page<VolumeItem> items,
            Lying lying,
            CaseKind kind,
            boolean english) {
        Catalogue catalogue = policy.document();
        return new DossierView(
                catalogue.categories().stream()
                        .map(c -> new Category(
                                c.code(), english ? c.en() : c.zh(), c.clause(), counts.getOrDefault(c.code(), 0)))
                        .toList(),
                policy.version(),
                items.map(item -> Item.of(item, lying)),
                lying.pages(),
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
        return new Missing(m.category(), english ? category.en() : category.zh(), m.count(), m.clause(), m.mandatory());
    }
}
