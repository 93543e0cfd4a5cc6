package org.zhixing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.Date;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.NullMarked;
import org.zhixing.Place.Part;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;

/**
 * The walls of docs/architecture.md. A rule whose packages are empty fails, so none of them can hold by matching
 * nothing.
 */
@AnalyzeClasses(
        packages = "org.zhixing",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.OnlyBackend.class})
class ArchitectureTest {
    private static final Set<String> ROOMS = Set.of(
            "access",
            "archive",
            "audit",
            "cases",
            "clock",
            "dossier",
            "field",
            "flow",
            "ledger",
            "measure",
            "notice",
            "panel",
            "paper",
            "platform",
            "policy",
            "referral",
            "signing",
            "slip",
            "supervise",
            "triage");

    /** The launcher is plain Java beside the API, with no rooms. */
    static final class OnlyBackend implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/org/zhixing/launcher/");
        }
    }

    @ArchTest
    static void everyRoomIsKnownAndNoneIsEmpty(JavaClasses all) {
        Set<String> found = new TreeSet<>();
        all.stream()
                .filter(type -> Place.isOurs(type) && !type.getSimpleName().equals("package-info"))
                .forEach(type -> found.add(Place.of(type).room()));
        assertThat(found)
                .as("a new room needs its word in ROOMS and its wall here")
                .isEqualTo(new TreeSet<>(ROOMS));
    }

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses all) {
        JavaPackage root = all.getPackage("org.zhixing");
        assertThat(root.getSubpackagesInTree())
                .filteredOn(each -> !each.getClasses().isEmpty())
                .hasSizeGreaterThan(ROOMS.size())
                .allSatisfy(each -> assertThat(each.isAnnotatedWith(NullMarked.class))
                        .as("%s needs a package-info.java with @NullMarked", each.getName())
                        .isTrue());
    }

    @ArchTest
    static final ArchRule rulesAreWrittenInPlainJava = classes()
            .that(Place.in(Part.RULES))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java.lang..",
                    "java.util..",
                    "java.math",
                    "java.text",
                    "java.time..",
                    "java.nio.charset",
                    "java.security..",
                    "org.jspecify.annotations",
                    "org.zhixing..rules"))
            .because("a rule is read, tested and explained without a framework");

    @ArchTest
    static final ArchRule rulesAreGivenDatesAndNeverThrowDice = noClasses()
            .that(Place.in(Part.RULES))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random")
            .because("the same facts must give the same answer on every day and on every machine");

    @ArchTest
    static final ArchRule rulesSeeRulesOnly = classes()
            .that(Place.in(Part.RULES))
            .should(Place.seeOnly("rules", (user, used) -> used.part() == Part.RULES));

    @ArchTest
    static final ArchRule storesSeeRulesAndOtherRoomsFronts = classes()
            .that(Place.in(Part.STORE))
            .should(Place.seeOnly(
                    "rules, the platform, and what other rooms show",
                    (user, used) -> used.equals(user) || used.part() == Part.RULES || front(user, used)));

    @ArchTest
    static final ArchRule innerPackagesAreTheirRoomsOwn = classes()
            .that(Place.in(Part.INNER))
            .should(Place.seeOnly(
                    "rules and the platform",
                    (user, used) -> used.equals(user) || used.part() == Part.RULES || used.isPlatform()))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule rootsSeeTheirOwnRoomAndOtherRoomsFronts = classes()
            .that(Place.in(Part.ROOT))
            .should(Place.seeOnly(
                    "their own room but its web, and what other rooms show",
                    (user, used) -> (used.room().equals(user.room()) && used.part() != Part.WEB) || front(user, used)));

    @ArchTest
    static final ArchRule webSeesFrontsAndFlow = classes()
            .that(Place.in(Part.WEB))
            .should(Place.seeOnly(
                    "its own room, flow, and what other rooms show",
                    (user, used) -> used.equals(user)
                            || (used.isFlow() && used.part() == Part.ROOT)
                            || used.room().equals(user.room())
                            || front(user, used)));

    @ArchTest
    static final ArchRule platformKnowsNoRoom = classes()
            .that(Place.inRoom(Place.PLATFORM))
            .should(Place.seeOnly("the platform", (user, used) -> used.isPlatform()));

    @ArchTest
    static final ArchRule roomsFormNoCycle = slices().assignedFrom(new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                    return Place.isOurs(type) && Place.of(type).part() != Part.WEB
                            ? SliceIdentifier.of(Place.of(type).room())
                            : SliceIdentifier.ignore();
                }

                @Override
                public String getDescription() {
                    return "rooms without their web";
                }
            })
            .namingSlices("$1")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyStoresSpeakSql = noClasses()
            .that(Place.in(Part.ROOT).or(Place.in(Part.WEB)).or(Place.in(Part.INNER)))
            .should(callMethodWhere(DescribedPredicate.describe(
                    "a statement is sent",
                    (JavaCall<?> call) -> call.getTargetOwner().isEquivalentTo(Database.class)
                            && Set.of("list", "first", "execute").contains(call.getName()))))
            .because("a table has one owner");

    @ArchTest
    static final ArchRule onlyTheCourtClockReadsTheTime = noClasses()
            .that(DescribedPredicate.describe(
                    "are not the court clock", type -> !type.isEquivalentTo(CourtClock.class)))
            .should(callMethodWhere(DescribedPredicate.describe("the time is read", ArchitectureTest::readsTheTime)))
            .orShould()
            .callConstructor(Date.class)
            .because("today is one court date for everybody, and a test may set it");

    @ArchTest
    static final ArchRule resourcesLiveInTheWebAndAreNamedSo = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .haveSimpleNameEndingWith("Resource")
            .andShould()
            .resideInAPackage("org.zhixing..web");

    @ArchTest
    static final ArchRule everyOperationNamesItsRolesAndItself = methods()
            .that(DescribedPredicate.describe("serve a request", (JavaMethod method) -> method.getAnnotations().stream()
                    .anyMatch(a -> a.getRawType().isAnnotatedWith(HttpMethod.class))))
            .should(nameRolesAndItself());

    @ArchTest
    static final ArchRule namesSayTheCourtsWords = noClasses()
            .should()
            .haveNameMatching(".*(Service|Impl|Utils?|Helper|Manager|Dto|DTO)")
            .because("a class is named by what it is to the court");

    @ArchTest
    static final ArchRule dependenciesComeByConstructor =
            noFields().should().beAnnotatedWith(Inject.class).because("a class says what it needs where it is made");

    @ArchTest
    static final ArchRule classesKeepTheirFieldsToThemselves = fields().that()
            .areDeclaredInClassesThat()
            .areNotRecords()
            .and()
            .areNotStatic()
            .should()
            .notBePublic();

    /** The platform, or another room's root or rules; flow is for the web alone. */
    private static boolean front(Place user, Place used) {
        return used.isPlatform()
                || (!used.room().equals(user.room())
                        && !used.isFlow()
                        && (used.part() == Part.ROOT || used.part() == Part.RULES));
    }

    private static boolean readsTheTime(JavaCall<?> call) {
        JavaClass owner = call.getTargetOwner();
        String name = call.getName();
        return (owner.getPackageName().equals("java.time") && name.equals("now"))
                || (owner.isEquivalentTo(Clock.class) && name.startsWith("system"))
                || (owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis"));
    }

    /** The one address that is itself a secret, for calendar programs, which cannot sign in. */
    private static boolean isOpen(JavaMethod method) {
        return method.isAnnotatedWith(PermitAll.class)
                && method.getFullName().startsWith("org.zhixing.clock.web.SubscribedCalendarResource.calendar(");
    }

    private static ArchCondition<JavaMethod> nameRolesAndItself() {
        return new ArchCondition<>("carry @RolesAllowed or @Authenticated, and @Operation with an operationId") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean roles = method.isAnnotatedWith(RolesAllowed.class)
                        || method.getOwner().isAnnotatedWith(RolesAllowed.class)
                        || method.isAnnotatedWith(Authenticated.class)
                        || isOpen(method);
                boolean named = method.isAnnotatedWith(Operation.class)
                        && (method.getAnnotationOfType(Operation.class).hidden()
                                || !method.getAnnotationOfType(Operation.class)
                                        .operationId()
                                        .isEmpty());
                if (!roles || !named) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " does not"));
                }
            }
        };
    }
}
