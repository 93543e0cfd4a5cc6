package org.zhixing.dossier.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhixing.dossier.rules.PageNumbers.Leaf;
import org.zhixing.dossier.rules.PageNumbers.Place;

class PageNumbersTest {

    private static List<Leaf> leaves(Integer... pages) {
        return Arrays.stream(pages)
                .map(p -> new Leaf(UUID.randomUUID(), "RULING", p))
                .toList();
    }

    private static List<String> spans(Integer... pages) {
        return PageNumbers.of(leaves(pages)).stream()
                .map(place -> place.from() + "-" + place.to())
                .toList();
    }

    @Test
    void numbersOneAfterAnother() {
        assertThat(spans(3, 1, 12)).containsExactly("1-3", "4-4", "5-16");
        assertThat(spans()).isEmpty();
    }

    @Test
    void countsWithinEachCategory() {
        List<Leaf> leaves = List.of(
                new Leaf(UUID.randomUUID(), "RULING", 1),
                new Leaf(UUID.randomUUID(), "RULING", null),
                new Leaf(UUID.randomUUID(), "OTHER", 0));
        assertThat(PageNumbers.of(leaves)).extracting(Place::nth).containsExactly(1, 2, 1);
    }

    @Test
    void whatHasNoPagesTakesNone() {
        assertThat(spans(2, 0, 5)).containsExactly("1-2", "null-null", "3-7");
    }

    @Test
    void behindWhatNobodyHasCountedNoNumberIsKnown() {
        assertThat(spans(2, null, 5, 0)).containsExactly("1-2", "null-null", "null-null", "null-null");
    }

    @Test
    void anyVolumeIsNumberedWithoutAGapAndInOrder() {
        Random random = new Random(20221121);
        for (int round = 0; round < 500; round++) {
            List<Leaf> leaves = new ArrayList<>();
            int sum = 0;
            for (int i = random.nextInt(30); i > 0; i--) {
                int pages = random.nextInt(6);
                sum += pages;
                leaves.add(new Leaf(UUID.randomUUID(), "RULING", pages));
            }
            List<Place> places = PageNumbers.of(leaves);
            assertThat(places)
                    .extracting(Place::item)
                    .isEqualTo(leaves.stream().map(Leaf::item).toList());
            int next = 1;
            for (Place place : places) {
                if (place.from() != null) {
                    assertThat(place.from()).isEqualTo(next);
                    assertThat(place.to() - place.from() + 1).isEqualTo(place.pages());
                    next = place.to() + 1;
                }
            }
            assertThat(next - 1).isEqualTo(sum);
        }
    }
}
