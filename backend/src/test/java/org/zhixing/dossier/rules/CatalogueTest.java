package org.zhixing.dossier.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final List<Catalogue.Category> TWO = List.of(
            new Catalogue.Category("RULING", "裁定书", "Ruling", "默认"),
            new Catalogue.Category("OTHER", "其他", "Other", "默认"));

    private static Catalogue wanting(String category, int atLeast) {
        return new Catalogue(
                TWO,
                List.of(new Catalogue.Closing(
                        "TERMINATED", List.of(new Catalogue.Need(category, atLeast, "默认", true)))));
    }

    @Test
    void saysHowManyAreMissingAndNothingOnceTheyAreThere() {
        Catalogue catalogue = wanting("RULING", 2);
        assertThat(catalogue.missing("TERMINATED", Map.of("RULING", 1, "OTHER", 5)))
                .containsExactly(new Catalogue.Missing("RULING", 1, "默认", true));
        assertThat(catalogue.missing("TERMINATED", Map.of("RULING", 2))).isEmpty();
        assertThat(catalogue.missing("WITHDRAWN", Map.of())).isEmpty();
    }

    @Test
    void refusesAPolicyThatWantsWhatTheCatalogueHasNot() {
        assertThatIllegalArgumentException().isThrownBy(() -> wanting("PAPER", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> wanting("RULING", 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Catalogue(List.of(TWO.get(0), TWO.get(0)), List.of()));
    }
}
