package org.zhixing.dossier.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * On which pages of the volume its items lie, as the catalogue in its front says. What has no pages, such as sound, takes
 * none; behind an item whose pages nobody has counted yet no number is known.
 */
public final class PageNumbers {
    private PageNumbers() {}

    /** @param pages 0 where it has none, null where they are not counted yet */
    public record Leaf(UUID item, String category, @Nullable Integer pages) {}

    /**
     * @param nth of its category, from 1
     * @param from the first page and {@code to} the last, null where the item has none or they are not known yet
     */
    public record Place(
            UUID item,
            int nth,
            @Nullable Integer pages,
            @Nullable Integer from,
            @Nullable Integer to) {}

    /** @param leaves in the order in which they lie; the answer has the same */
    public static List<Place> of(List<Leaf> leaves) {
        List<Place> places = new ArrayList<>(leaves.size());
        int next = 1;
        boolean known = true;
        Map<String, Integer> before = new HashMap<>();
        for (Leaf leaf : leaves) {
            int nth = before.merge(leaf.category(), 1, Integer::sum);
            Integer pages = leaf.pages();
            known = known && pages != null;
            if (!known || pages == null || pages == 0) {
                places.add(new Place(leaf.item(), nth, pages, null, null));
            } else {
                places.add(new Place(leaf.item(), nth, pages, next, next + pages - 1));
                next += pages;
            }
        }
        return List.copyOf(places);
    }
}
