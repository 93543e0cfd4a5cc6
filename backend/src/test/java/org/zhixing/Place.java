package org.zhixing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;

/** Where a class lives: {@code org.zhixing.<room>} is the room's root, below it lie its parts. */
record Place(String room, Part part) {
    static final String PLATFORM = "platform";
    static final String FLOW = "flow";

    /** A room's parts; {@code INNER} is a package with a word of its own, which only its own room sees. */
    enum Part {
        ROOT,
        RULES,
        STORE,
        WEB,
        INNER
    }

    static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith("org.zhixing.");
    }

    static Place of(JavaClass type) {
        List<String> words = Arrays.asList(type.getPackageName().split("\\."));
        String part = words.size() > 3 ? words.get(3) : "root";
        return new Place(
                words.get(2),
                switch (part) {
                    case "root" -> Part.ROOT;
                    case "rules" -> Part.RULES;
                    case "store" -> Part.STORE;
                    case "web" -> Part.WEB;
                    default -> Part.INNER;
                });
    }

    boolean isPlatform() {
        return room.equals(PLATFORM);
    }

    boolean isFlow() {
        return room.equals(FLOW);
    }

    static DescribedPredicate<JavaClass> in(Part part) {
        return DescribedPredicate.describe(
                "live in a " + part, type -> isOurs(type) && of(type).part() == part && !of(type).isPlatform());
    }

    static DescribedPredicate<JavaClass> inRoom(String room) {
        return DescribedPredicate.describe(
                "live in " + room, type -> isOurs(type) && of(type).room().equals(room));
    }

    /** Every class of ours that is used lies where the predicate (user, used) allows. */
    static ArchCondition<JavaClass> seeOnly(String description, BiPredicate<Place, Place> allowed) {
        return new ArchCondition<>("see only " + description) {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                user.getDirectDependenciesFromSelf().stream()
                        .filter(used -> isOurs(used.getTargetClass()))
                        .filter(used -> !allowed.test(of(user), of(used.getTargetClass())))
                        .forEach(used -> events.add(SimpleConditionEvent.violated(user, used.getDescription())));
            }
        };
    }
}
