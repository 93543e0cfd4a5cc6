package org.zhixing.dossier;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhixing.dossier.rules.Catalogue;
import org.zhixing.platform.Refusal;

/** Whether a volume holds what a way of closing wants of it, by the court's policy in force today. The case is locked. */
@ApplicationScoped
public class Completeness {
    /** Looking through what is there and taking it in (归档); what the court wants of a volume has a clause or none (默认). */
    private static final String ARCHIVING = "二(五)2";

    private static final String NO_CLAUSE = "默认";

    private final Catalogues catalogues;
    private final Volumes volumes;

    Completeness(Catalogues catalogues, Volumes volumes) {
        this.catalogues = catalogues;
        this.volumes = volumes;
    }

    private record Lack(Catalogue catalogue, List<Catalogue.Missing> missing) {
        Stream<String> clauses() {
            return missing.stream().map(Catalogue.Missing::clause);
        }

        void refuse(String code, Stream<String> clauses) {
            if (!missing.isEmpty()) {
                throw Refusal.rule(
                        code,
                        clauses.distinct().collect(Collectors.joining("；")),
                        names(Catalogue.Category::zh, "、"),
                        names(Catalogue.Category::en, ", "));
            }
        }

        private String names(Function<Catalogue.Category, String> name, String between) {
            return missing.stream()
                    .map(each ->
                            catalogue.category(each.category()).map(name).orElse(each.category()) + " ×" + each.count())
                    .collect(Collectors.joining(between));
        }
    }

    /** 422 {@code dossier-mandatory} while there is not what the policy makes a condition of closing that way. */
    public Uni<Void> refuseClosing(SqlConnection tx, int courtId, UUID caseId, String manner) {
        return lack(tx, courtId, caseId, manner, Catalogue.Missing::mandatory)
                .invoke(lack -> lack.refuse("dossier-mandatory", lack.clauses()))
                .replaceWithVoid();
    }

    /** 422 {@code dossier-incomplete} while anything is missing that a case closed that way has in its volume. */
    public Uni<Void> refuseArchiving(SqlConnection tx, int courtId, UUID caseId, String manner) {
        return lack(tx, courtId, caseId, manner, each -> true)
                .invoke(lack -> lack.refuse(
                        "dossier-incomplete",
                        Stream.concat(
                                Stream.of(ARCHIVING), lack.clauses().filter(clause -> !clause.equals(NO_CLAUSE)))))
                .replaceWithVoid();
    }

    /** Whether a case closed that way still lacks an item of the category. */
    public Uni<Boolean> lacks(SqlConnection tx, int courtId, UUID caseId, String manner, String category) {
        return lack(tx, courtId, caseId, manner, each -> each.category().equals(category))
                .map(lack -> !lack.missing().isEmpty());
    }

    private Uni<Lack> lack(
            SqlConnection tx, int courtId, UUID caseId, String manner, Predicate<Catalogue.Missing> counts) {
        return catalogues.today(tx, courtId).chain(catalogue -> volumes.counts(tx, courtId, caseId)
                .map(present -> new Lack(
                        catalogue.document(),
                        catalogue.document().missing(manner, present).stream()
                                .filter(counts)
                                .toList())));
    }
}
