package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Inject;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import spine.api.service.HealthFinding;
import spine.api.service.PlatformHealth;

/** Who may know whom, read from the wires of the running platform. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class WiringIT {
    /** Found through the service registry alone, so they export nothing. */
    private static final List<String> PROVIDERS = List.of("spine.io.dicom", "spine.io.nifti", "spine.model.vbivd", "spine.model.bmo",
            "spine.anatomy", "spine.sparcc", "spine.report", "spine.evaluate", "spine.deploy", "spine.config", "spine.health",
            "spine.unet.training");

    @Inject
    private BundleContext context;
    @Inject
    private PlatformHealth health;

    @Configuration
    public Option[] platform() {
        return new Option[] {RunSet.platform()};
    }

    @Test
    public void everyBundleIsActive() {
        Set<String> others = ours().filter(bundle -> bundle.getState() != Bundle.ACTIVE).map(Bundle::toString)
                .collect(Collectors.toSet());
        assertEquals(Set.of(), others);
    }

    @Test
    public void everyHealthCheckAnswersWhereNoneIsNamed() {
        Set<String> names = health.examine().stream().map(HealthFinding::name).collect(Collectors.toSet());
        assertEquals(Set.of("bundles", "comparisons", "configuration", "disk", "engine", "models", "queue"), names);
    }

    @Test
    public void onlyTrainingIsWiredToNd4j() {
        assertEquals(Set.of("spine.unet.training"), users("spine.nd4j"));
    }

    @Test
    public void nothingImportsFromAProvider() {
        for (String provider : PROVIDERS) {
            assertEquals(provider, Set.of(), users(provider));
            assertEquals(provider, List.of(),
                    wiring(bundle(provider)).getCapabilities(PackageNamespace.PACKAGE_NAMESPACE));
        }
    }

    @Test
    public void internalPackagesAreNeverExported() {
        Set<String> exported = ours().filter(bundle -> !bundle.getSymbolicName().equals("spine.nd4j"))
                .flatMap(bundle -> wiring(bundle).getCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream())
                .map(capability -> (String) capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(exported.toString(), exported.contains("spine.api.score"));
        exported.removeIf(name -> !name.contains("internal"));
        assertEquals(Set.of(), exported);
    }

    private Set<String> users(String provider) {
        return wiring(bundle(provider)).getProvidedWires(PackageNamespace.PACKAGE_NAMESPACE).stream().map(BundleWire::getRequirer)
                .map(BundleRevision::getSymbolicName).filter(name -> !name.startsWith("PAXEXAM"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Bundle bundle(String name) {
        return ours().filter(bundle -> bundle.getSymbolicName().equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError("no bundle " + name));
    }

    private Stream<Bundle> ours() {
        return Arrays.stream(context.getBundles()).filter(bundle -> bundle.getSymbolicName().startsWith("spine."));
    }

    private static BundleWiring wiring(Bundle bundle) {
        return bundle.adapt(BundleWiring.class);
    }
}
