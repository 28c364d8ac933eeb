package leasehold.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.Slice;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The floors of the house: who may know whom. An arrow goes down only. */
class FloorsTest {
    private static final String HOUSE = "leasehold";
    private static final Set<String> BORDER =
            Set.of("SystemTime", "SessionThreads", "ExitHook", "ControllerBuilder");
    private static final Set<String> WAITING =
            Set.of("await", "get", "join", "sleep", "wait", "parkNanos", "tryLock", "poll");
    private static final Set<String> WAITS =
            Set.of("long", "java.time.Duration", "java.util.concurrent.TimeUnit");
    private static final Set<String> SHARED_UI = Set.of("model", "fx");

    private static JavaClasses house;

    @BeforeAll
    static void readMainClasses() {
        house = new ClassFileImporter().importPath(Path.of("target", "classes"));
    }

    @Test
    void backendContractKnowsNobody() {
        check(
                classes()
                        .that(resideInAPackage(HOUSE + ".backend"))
                        .should()
                        .onlyDependOnClassesThat(outsideOrIn("backend"))
                        .because("who writes a backend has to read one package and no more"));
    }

    @Test
    void backendsKnowOnlyTheContract() {
        check(
                classes()
                        .that(resideInAPackage(HOUSE + ".backend.*.."))
                        .should()
                        .onlyDependOnClassesThat(outsideOrIn("backend", "backend.*.."))
                        .because("a backend is found through ServiceLoader and can be left out"));
        check(
                slices().matching(HOUSE + ".backend.(*)..")
                        .should()
                        .notDependOnEachOther()
                        .because("each backend can be left out alone"));
    }

    @Test
    void sessionKnowsOnlyTheBackendContract() {
        check(
                floor("session..", outsideOrIn("session..", "backend"))
                        .because("a program embeds the controller and nothing else"));
    }

    @Test
    void historyKnowsSession() {
        check(
                floor("history..", outsideOrIn("history..", "session..").or(wordsOf("backend")))
                        .because("the record is made of events, whoever shows them"));
    }

    @Test
    void simulationKnowsSessionAndTheBackendContract() {
        check(
                floor("simulation..", outsideOrIn("simulation..", "session..", "backend"))
                        .because("simulated clients use the same doors as real ones"));
    }

    @Test
    void monitorKnowsSessionAndHistory() {
        check(
                floor(
                                "monitor..",
                                outsideOrIn("monitor..", "session..", "history..")
                                        .or(wordsOf("backend")))
                        .because("what an operator knows must be testable with no window"));
    }

    @Test
    void replayKnowsHistoryAndSimulation() {
        check(
                floor("replay..", outsideOrIn("replay..", "history..", "simulation.."))
                        .because(
                                "neither of them needs the other, and what makes a load of a"
                                        + " record serves the window and the command line"));
    }

    @Test
    void viewModelsKnowMonitorSimulationReplayAndHistory() {
        check(
                floor(
                                "ui.model..",
                                outsideOrIn(
                                                "ui.model..",
                                                "monitor..",
                                                "simulation..",
                                                "replay..",
                                                "history..")
                                        .or(wordsOf("session..", "backend")))
                        .because(
                                "the window reads views of what happened and acts by the monitor"));
    }

    @Test
    void toolkitFloorKnowsNobody() {
        check(
                floor("ui.fx..", outsideOrIn("ui.fx.."))
                        .because("heartbeat, dialogs and theme serve every screen alike"));
    }

    @Test
    void screensKnowOnlyViewModelsAndTheToolkitFloor() {
        DescribedPredicate<JavaClass> screens =
                resideInAPackage(HOUSE + ".ui.*..")
                        .and(not(inHouse("ui.model..", "ui.fx..")))
                        .as("screens");
        check(
                classes()
                        .that(screens)
                        .should()
                        .onlyDependOnClassesThat(
                                outsideOrIn("ui..")
                                        .or(
                                                wordsOf(
                                                        "monitor..",
                                                        "simulation..",
                                                        "history..",
                                                        "session..",
                                                        "backend")))
                        .because("only a view-model sees logic"));
    }

    @Test
    void screensDoNotKnowEachOther() {
        DescribedPredicate<Slice> screens =
                describe("screens", slice -> !SHARED_UI.contains(slice.getNamePart(1)));
        check(
                slices().matching(HOUSE + ".ui.(*)..")
                        .that(screens)
                        .should()
                        .notDependOnEachOther()
                        .because("a screen is read, tested and replaced alone"));
    }

    @Test
    void nobodyKnowsTheCompositionRoot() {
        check(
                noClasses()
                        .that(not(inHouse("app..", "cli..")))
                        .should()
                        .dependOnClassesThat(inHouse("app..", "cli.."))
                        .because("it wires everything with plain constructors, from above"));
    }

    @Test
    void nothingBelowTheWindowKnowsJavaFx() {
        check(
                noClasses()
                        .that(not(inHouse("ui..", "app..")))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "javafx..", "com.sun.javafx..", "atlantafx..", "org.kordamp..")
                        .because("a program embeds the controller with no toolkit on its path"));
    }

    @Test
    void theCommandLineKnowsNoWindow() {
        check(
                noClasses()
                        .that(inHouse("cli.."))
                        .should()
                        .dependOnClassesThat(
                                inHouse("ui..", "app..")
                                        .or(
                                                resideInAnyPackage(
                                                        "javafx..",
                                                        "com.sun.javafx..",
                                                        "atlantafx..",
                                                        "org.kordamp..")))
                        .because("it runs where there is no display and no toolkit"));
    }

    @Test
    void nobodyButTheCommandLineKnowsPicocli() {
        check(
                noClasses()
                        .that(not(inHouse("cli..")))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("picocli..")
                        .because("how a command is read is the command line's affair"));
    }

    @Test
    void onlyTheToolkitFloorNamesPlatform() {
        check(
                noClasses()
                        .that(not(inHouse("ui.fx..")))
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("javafx.application.Platform")
                        .because("thread confinement lives in one place"));
    }

    @Test
    void viewModelsKnowOnlyPropertiesOfJavaFx() {
        check(
                noClasses()
                        .that(inHouse("ui.model.."))
                        .should()
                        .dependOnClassesThat(
                                resideInAPackage("javafx..")
                                        .and(
                                                not(
                                                        resideInAnyPackage(
                                                                "javafx.beans..",
                                                                "javafx.collections..",
                                                                "javafx.event..",
                                                                "javafx.util.."))))
                        .because("a view-model is tested without a toolkit"));
    }

    @Test
    void onlyTheCommandLineWritesToStandardOutput() {
        check(
                noClasses()
                        .that(not(inHouse("cli..")))
                        .should()
                        .accessField(System.class, "out")
                        .because("standard output is the command line's answer; the rest logs"));
    }

    @Test
    void sessionTakesTimeFromOutside() {
        check(
                noClasses()
                        .that(inHouse("session.."))
                        .and()
                        .areNotAssignableTo(HOUSE + ".session.SessionTime")
                        .should()
                        .callMethod(System.class, "nanoTime")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callMethod(Instant.class, "now")
                        .because("tests turn the clock by hand and never sleep"));
    }

    @Test
    void sessionWaitsByItsOwnTime() {
        check(
                noClasses()
                        .that(inHouse("session.."))
                        .and(describe("are not at the border", FloorsTest::isInside))
                        .should()
                        .callMethodWhere(describe("waits a while", FloorsTest::waitsAWhile))
                        .because("a wait on the machine's clock cannot be tested on virtual time"));
    }

    @Test
    void sessionTakesThreadsAndRandomnessFromOutside() {
        check(
                noClasses()
                        .that(inHouse("session.."))
                        .and(describe("are not at the border", FloorsTest::isInside))
                        .should()
                        .callMethodWhere(describe("makes its own", FloorsTest::makesItsOwn))
                        .because("tests hold threads at gates, and know what chance will bring"));
    }

    private static boolean isInside(JavaClass type) {
        return !BORDER.contains(type.getSimpleName());
    }

    private static boolean makesItsOwn(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        return owner.equals("java.lang.Thread") && call.getName().startsWith("of")
                || owner.equals("java.lang.Thread") && call.getName().startsWith("startVirtual")
                || owner.equals("java.util.concurrent.Executors")
                || owner.equals("java.util.concurrent.ThreadLocalRandom")
                || owner.equals("java.lang.Math") && call.getName().equals("random")
                || owner.endsWith("RandomGenerator") && call.getName().equals("getDefault");
    }

    @Test
    void theHouseIsRead() {
        assertThat(house).hasSizeGreaterThan(200);
    }

    private static boolean waitsAWhile(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        boolean timed =
                call.getTarget().getRawParameterTypes().stream()
                        .map(JavaClass::getName)
                        .anyMatch(WAITS::contains);
        return owner.startsWith("java.") && WAITING.contains(call.getName()) && timed;
    }

    private static void check(ArchRule rule) {
        rule.check(house);
    }

    private static ArchRule floor(String rooms, DescribedPredicate<JavaClass> known) {
        return classes().that(inHouse(rooms)).should().onlyDependOnClassesThat(known);
    }

    private static DescribedPredicate<JavaClass> outsideOrIn(String... rooms) {
        return not(inHouse("..")).or(inHouse(rooms)).as("are known to this floor");
    }

    private static DescribedPredicate<JavaClass> inHouse(String... rooms) {
        return resideInAnyPackage(
                Stream.of(rooms)
                        .map(room -> HOUSE + separator(room) + room)
                        .toArray(String[]::new));
    }

    private static String separator(String room) {
        return room.startsWith(".") ? "" : ".";
    }

    /**
     * Records, enums, sealed alternatives and callbacks carry what happened; floors above may
     * repeat them.
     */
    private static DescribedPredicate<JavaClass> wordsOf(String... rooms) {
        return inHouse(rooms)
                .and(describe("words", FloorsTest::isWord))
                .as("are words of the floors below");
    }

    private static boolean isWord(JavaClass type) {
        return type.isRecord()
                || type.isEnum()
                || type.isAnnotatedWith(FunctionalInterface.class)
                || type.reflect().isSealed();
    }
}
