package spine.itest;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/** The rules of the house that can be read from the compiled classes of all modules. */
class ArchitectureTest {
    /** About twenty, for a reader to keep a package in mind. */
    private static final int MOST_CLASSES = 22;
    private static final Set<String> BASE = Set.of("spine.api", "spine.common");
    /** What each module may know of the others. */
    private static final Map<String, Set<String>> BELOW = Map.ofEntries(
            entry("spine.api", Set.of()), entry("spine.common", Set.of("spine.api")), entry("spine.launcher", Set.of("spine.common")),
            entry("spine.tck", Set.of("spine.api", "spine.dicom")), entry("spine.page.tck", Set.of()),
            entry("spine.dicom", BASE), entry("spine.pipeline", BASE), entry("spine.runtime", with("spine.pipeline")),
            entry("spine.unet", BASE), entry("spine.unet.tck", Set.of("spine.unet")), entry("spine.nd4j", with("spine.unet")),
            entry("spine.unet.training", with("spine.unet", "spine.nd4j")), entry("spine.onnx", with("spine.unet")),
            entry("spine.nd4j.cuda", with("spine.nd4j")),
            entry("spine.io.dicom", with("spine.dicom")), entry("spine.io.dimse", with("spine.dicom")),
            entry("spine.io.dimse.tck", with("spine.dicom", "spine.io.dimse")),
            entry("spine.io.dicomweb", with("spine.dicom")), entry("spine.dicomweb", with("spine.dicom", "spine.io.dicomweb")),
            // Behind a Maven profile: there or not.
            entry("spine.io.dcm4che", with("spine.dicom")), entry("spine.io.dcm4che.net", with("spine.dicom", "spine.io.dimse")),
            entry("spine.viewer", Set.of()),
            entry("spine.anatomy", BASE), entry("spine.sparcc", BASE), entry("spine.report", BASE),
            entry("spine.report.pdf", BASE), entry("spine.io.nifti", BASE),
            entry("spine.agreement", Set.of("spine.common")), entry("spine.evaluate", with("spine.dicom", "spine.agreement")),
            entry("spine.phantom", with("spine.dicom")),
            entry("spine.deidentify", with("spine.dicom")), entry("spine.timeline", with("spine.pipeline", "spine.runtime")),
            entry("spine.deploy", BASE), entry("spine.config", BASE), entry("spine.health", with("spine.runtime")),
            entry("spine.isolation", BASE),
            entry("spine.jobs", with("spine.dicom", "spine.io.dicomweb", "spine.pipeline", "spine.runtime")),
            entry("spine.doors", with("spine.dicom", "spine.io.dimse")),
            entry("spine.web", with("spine.runtime")),
            entry("spine.app", with("spine.agreement", "spine.pipeline", "spine.runtime", "spine.io.dicomweb", "spine.io.dimse")),
            entry("spine.stress", with("spine.dicom", "spine.io.dimse", "spine.pipeline", "spine.runtime", "spine.app")),
            entry("spine.spark", with("spine.app")));

    private static JavaClasses classes;

    @BeforeAll
    static void importAllModules() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            List<Path> compiled = modules.map(module -> module.resolve("target").resolve("classes").resolve("spine"))
                    .filter(Files::isDirectory).toList();
            classes = new ClassFileImporter().importPaths(compiled);
        }
        assertTrue(classes.stream().anyMatch(c -> c.getPackageName().equals("spine.api.score")), "the modules are not compiled");
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("spine.(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void extensionPointsShareNoPackageWithWhatThePlatformProvides() {
        Set<String> both = packagesWith(ConsumerType.class);
        assertTrue(both.contains("spine.api.score"), both.toString());
        both.retainAll(packagesWith(ProviderType.class));
        assertEquals(Set.of(), both);
    }

    /** Tiers: contracts and library, toolkit, pipeline and runtime, then the bundles that nobody imports, then the application. */
    @Test
    void everyModuleKnowsOnlyWhatLiesBelowIt() {
        for (JavaClass knowing : classes) {
            String from = name(knowing);
            Set<String> below = BELOW.get(from);
            assertNotNull(below, "say in this test what " + from + " may know");
            knowing.getDirectDependenciesFromSelf().stream().map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().startsWith("spine.") && !name(target).equals(from))
                    .forEach(target -> assertTrue(below.contains(name(target)), knowing.getName() + " -> " + target.getName()));
        }
    }

    @Test
    void noPackageIsCrowded() {
        Map<String, Long> sizes = classes.stream().filter(type -> !type.getName().contains("$") && !type.getSimpleName()
                .equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
        sizes.values().removeIf(size -> size <= MOST_CLASSES);
        assertEquals(Map.of(), sizes);
    }

    @Test
    void theContractsDependOnJavaAlone() {
        noClasses().that().resideInAPackage("spine.api..").should().dependOnClassesThat()
                .resideOutsideOfPackages("spine.api..", "java..", "org.osgi.annotation..", "org.osgi.service.component.annotations..")
                .check(classes);
    }

    /** With a class of its own bundle it would not be imported from the program that holds the platform. */
    @Test
    void whatProgramsEmbedDependsOnJavaAlone() {
        noClasses().that().resideInAPackage("spine.app.embedded").should().dependOnClassesThat()
                .resideOutsideOfPackages("spine.app.embedded", "java..", "org.osgi.annotation..").check(classes);
    }

    @Test
    void onlyItsEngineAndTrainingKnowNd4j() {
        noClasses().that().resideOutsideOfPackages("spine.unet", "spine.unet.training..", "spine.nd4j..", "org.nd4j..").should()
                .dependOnClassesThat().resideInAnyPackage("org.nd4j..", "org.deeplearning4j..", "org.bytedeco..").check(classes);
    }

    /**
     * What is read is data: no object is made of bytes, and no class is named by them. DL4J and Spark can do it, so what leads there is
     * named too; the job on a cluster cannot do without. {@code Start} refuses it for what else is in the process.
     */
    @Test
    void nobodyMakesObjectsOfBytes() {
        noClasses().that().resideOutsideOfPackage("spine.spark..").should().dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(ObjectInput.*|Externalizable)|java\\.beans\\.XMLDecoder|java\\.rmi\\..*"
                        + "|javax\\.management\\.remote\\..*|javax\\.naming\\..*|.*\\.SerializationUtils|org\\.nd4j\\.serde\\..*")
                .orShould().callMethodWhere(target(nameMatching("restore.*|addNormalizerToModel|load")).and(target(owner(nameMatching(
                        ".*\\.(ModelSerializer|ComputationGraph|MultiLayerNetwork)")))))
                .check(classes);
    }

    /** In the context that finds out who asks; the one that servlets are in otherwise asks nobody. */
    @Test
    void everyServletIsInTheContextOfThePlatform() {
        classes().that().areAssignableTo("jakarta.servlet.http.HttpServlet").and().doNotHaveModifier(JavaModifier.ABSTRACT)
                .should().beAnnotatedWith("org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect").check(classes);
    }

    /** A yardstick made by the code that made the training data would measure nothing. */
    @Test
    void theTwoPhantomsDoNotKnowEachOther() {
        String core = "spine.phantom.internal.core..";
        String standard = "spine.phantom.internal.standard..";
        String shift = "spine.phantom.internal.shift..";
        noClasses().that().resideInAPackage(standard).should().dependOnClassesThat().resideInAPackage(shift).check(classes);
        noClasses().that().resideInAPackage(shift).should().dependOnClassesThat().resideInAPackage(standard).check(classes);
        noClasses().that().resideInAPackage(core).should().dependOnClassesThat().resideInAnyPackage(standard, shift).check(classes);
    }

    @Test
    void nobodyReachesIntoTheInternalsOfAnother() {
        for (JavaClass reaching : classes) {
            reaching.getDirectDependenciesFromSelf().stream().map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().startsWith("spine.") && target.getPackageName().contains(".internal"))
                    .forEach(target -> assertEquals(module(target), module(reaching), reaching.getName() + " -> " + target.getName()));
        }
    }

    /** The folder whose {@code target/classes} has it: a package of another name may belong to the same bundle. */
    private static String module(JavaClass type) {
        String file = type.getSource().orElseThrow().getUri().toString();
        return file.substring(0, file.indexOf("/target/classes/"));
    }

    private static Set<String> with(String... more) {
        return Stream.concat(BASE.stream(), Stream.of(more)).collect(Collectors.toSet());
    }

    /** Of the module's folder, which is the name of the bundle. */
    private static String name(JavaClass type) {
        String module = module(type);
        return module.substring(module.lastIndexOf('/') + 1);
    }

    private static Set<String> packagesWith(Class<? extends Annotation> annotation) {
        return classes.stream().filter(type -> type.isAnnotatedWith(annotation.getName())).map(JavaClass::getPackageName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
