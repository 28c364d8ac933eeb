package leasehold.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever looks like a test is run. */
class TestsRunTest {

    private static final Set<JavaModifier> OTHERS =
            Set.of(
                    JavaModifier.PRIVATE,
                    JavaModifier.STATIC,
                    JavaModifier.ABSTRACT,
                    JavaModifier.SYNTHETIC,
                    JavaModifier.BRIDGE);

    private static final DescribedPredicate<JavaMethod> LIKE_A_TEST =
            DescribedPredicate.describe(
                    "look like tests",
                    method ->
                            method.getRawReturnType().isEquivalentTo(void.class)
                                    && method.getModifiers().stream().noneMatch(OTHERS::contains));

    @Test
    void noTestLacksItsAnnotation() {
        JavaClasses tests = new ClassFileImporter().importPath(Path.of("target", "test-classes"));
        ArchRule rule =
                methods()
                        .that(LIKE_A_TEST)
                        .and()
                        .areDeclaredInClassesThat()
                        .haveSimpleNameEndingWith("Test")
                        .and()
                        .areDeclaredInClassesThat()
                        .areTopLevelClasses()
                        .should()
                        .beMetaAnnotatedWith(
                                DescribedPredicate.describe(
                                        "one of JUnit's or ArchUnit's",
                                        annotation ->
                                                annotation
                                                        .getRawType()
                                                        .getPackageName()
                                                        .startsWith("org.junit.")))
                        .because("JUnit passes over in silence what a merge has left without one");
        rule.check(tests);
    }
}
