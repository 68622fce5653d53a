package spine.itest;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Map;
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
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.ObjectClassDefinition;

/** The Configurator applies defaults for everything our bundles have settings for, and they are the ones that are described. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ShippedDefaultsIT {
    private static final String SUFFIX = ".defaults";

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] platform() throws IOException {
        Path work = Files.createDirectories(Path.of(System.getProperty("it.work")));
        return new Option[] {RunSet.serving(Files.createTempDirectory(work, "home"))};
    }

    @Test
    public void theShippedDefaultsAreTheDescribedOnes() throws Exception {
        Map<String, Dictionary<String, Object>> shipped = shipped();
        Set<String> described = new TreeSet<>();
        MetaTypeService metatypes = Services.get(context, MetaTypeService.class);
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getSymbolicName().startsWith("spine.")) {
                MetaTypeInformation information = metatypes.getMetaTypeInformation(bundle);
                for (String pid : information.getPids()) {
                    described.add(pid);
                    assertNotNull("nothing is shipped for " + pid, shipped.get(pid));
                    assertSame(pid, information.getObjectClassDefinition(pid, null), shipped.get(pid));
                }
            }
        }
        assertEquals(described, shipped.keySet());
        assertEquals(Set.of("spine.app", "spine.audit.syslog", "spine.deploy", "spine.health", "spine.inbox", "spine.isolation",
                "spine.jobs", "spine.listener", "spine.sparcc", "spine.unet", "spine.web", "spine.web.oidc"), described);
    }

    private Map<String, Dictionary<String, Object>> shipped() throws Exception {
        Map<String, Dictionary<String, Object>> shipped = new TreeMap<>();
        for (var configuration : Services.get(context, ConfigurationAdmin.class).listConfigurations("(service.pid=spine.*)")) {
            if (configuration.getPid().endsWith(SUFFIX)) {
                String pid = configuration.getPid().substring(0, configuration.getPid().length() - SUFFIX.length());
                shipped.put(pid, configuration.getProperties());
            }
        }
        return shipped;
    }

    private static void assertSame(String pid, ObjectClassDefinition description, Dictionary<String, Object> values) {
        Set<String> keys = new TreeSet<>();
        for (AttributeDefinition setting : description.getAttributeDefinitions(ObjectClassDefinition.ALL)) {
            String name = pid + " " + setting.getID();
            keys.add(setting.getID());
            Object value = values.get(setting.getID());
            assertNotNull(name, value);
            Object[] all = value.getClass().isArray() ? (Object[]) value : new Object[] {value};
            assertArrayEquals(name, described(setting), Arrays.stream(all).map(Object::toString).toArray());
            assertEquals(name, type(setting), value.getClass().isArray() ? value.getClass().getComponentType() : value.getClass());
        }
        Set<String> others = new TreeSet<>(Collections.list(values.keys()));
        others.removeAll(keys);
        others.removeIf(key -> key.startsWith("service.") || key.startsWith(":"));
        assertEquals(pid + " has no such settings", Set.of(), others);
    }

    /** No values at all are described as none, or as one that is empty. */
    private static String[] described(AttributeDefinition setting) {
        String[] values = setting.getDefaultValue();
        boolean none = values == null || setting.getCardinality() != 0 && Arrays.equals(values, new String[] {""});
        return none ? new String[0] : values;
    }

    private static Class<?> type(AttributeDefinition setting) {
        return switch (setting.getType()) {
            case AttributeDefinition.BOOLEAN -> Boolean.class;
            case AttributeDefinition.INTEGER -> Integer.class;
            case AttributeDefinition.LONG -> Long.class;
            case AttributeDefinition.DOUBLE -> Double.class;
            default -> String.class;
        };
    }
}
