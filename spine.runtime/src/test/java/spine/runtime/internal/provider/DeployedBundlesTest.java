package spine.runtime.internal.provider;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

class DeployedBundlesTest {
    private final DeployedBundles deployed = new DeployedBundles(Path.of("/home/a b/deploy"));

    @Test
    void whatLiesInTheFolderIsDeployedAndNothingElse() {
        assertTrue(deployed.holds("file:/home/a%20b/deploy/model.jar#" + "0".repeat(64)));
        assertTrue(deployed.holds("file:///home/a%20b/deploy/model.jar"));
        assertFalse(deployed.holds("file:/home/a%20b/deploy/deeper/model.jar"));
        assertFalse(deployed.holds("reference:file:/srv/bundles/model.jar"));
        assertFalse(deployed.holds("mvn:spine/spine.model.bmo/1.0.0"));
        assertFalse(deployed.holds("a location of whatever form"));
    }
}
