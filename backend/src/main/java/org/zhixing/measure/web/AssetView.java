package org.zhixing.measure.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Names;
import org.zhixing.access.PersonRef;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Masking;
import org.zhixing.access.rules.Role;
import org.zhixing.measure.rules.Asset;
import org.zhixing.measure.rules.AssetKind;
import org.zhixing.measure.rules.AssetSource;
import org.zhixing.measure.rules.Measure;
import org.zhixing.measure.store.ActRows;

/** Something of a respondent's that was found, with the measures on it. */
@Schema(name = "Asset")
public record AssetView(
        UUID id,
        UUID caseId,
        AssetKind kind,
        @Schema(examples = "李某某") String respondent,
        @Schema(examples = "文峰区某小区 3 号楼 101 室") String description,

        @Schema(description = "The bank, registry or place where it is") @Nullable
        String holder,

        @Schema(
                description =
                        "Account, plate or certificate number; masked but to the case's handlers and the funds desk")
        @Nullable
        String identifier,

        @Schema(description = "CNY to the fen; null while nobody has estimated it", examples = "350000.00") @Nullable
        String value,

        boolean appraised,
        AssetSource source,
        LocalDate foundOn,
        boolean disposable,

        @Schema(description = "Why this version took the place of the one before; null of the first") @Nullable
        String reason,

        @Schema(description = "Who wrote this version") PersonRef writtenBy,
        LocalDate writtenOn,
        int version,

        @Schema(description = "Those that stand first, by place in the queue; then those that ended")
        List<MeasureView> measures) {

    /** Who looks at it, in the case of that number, and when. */
    record Reader(Actor actor, boolean handles, String caseNumber, LocalDate today) {
        boolean inFull() {
            return handles || actor.has(Role.FUNDS);
        }
    }

    /** What was done to the measures, and the names of the court's people. */
    record Acts(List<ActRows.Shown> done, Map<UUID, Names.Known> names) {
        List<MeasureActView> of(UUID measure) {
            return done.stream()
                    .filter(each -> each.act().measureId().equals(measure))
                    .map(each -> MeasureActView.from(each, names))
                    .toList();
        }
    }

    static AssetView from(Asset a, List<Measure> measures, Acts acts, Reader reader) {
        Asset.Facts f = a.facts();
        BigDecimal value = f.value();
        return new AssetView(
                a.id(),
                a.caseId(),
                f.kind(),
                f.respondent(),
                f.description(),
                f.holder(),
                reader.inFull() ? f.identifier() : Masking.bankAccount(f.identifier()),
                value == null ? null : value.setScale(2).toPlainString(),
                f.appraised(),
                f.source(),
                f.foundOn(),
                f.disposable(),
                a.reason(),
                new PersonRef(
                        a.writtenBy(),
                        acts.names()
                                .getOrDefault(a.writtenBy(), Names.Known.NOBODY)
                                .name()),
                a.writtenOn(),
                a.version(),
                measures.stream()
                        .sorted(Comparator.comparing((Measure m) -> !m.stands(reader.today()))
                                .thenComparingInt(Measure::place))
                        .map(m -> MeasureView.from(m, acts.of(m.id()), reader.today()))
                        .toList());
    }
}
