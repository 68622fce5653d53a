package spine.runtime.internal.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

import spine.api.model.ModelCard;
import spine.api.model.SegmentationModel;

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

    /** A card is believed only where the platform's own code answers; a stand-in of this test is nobody's. */
    @Test
    void aModelWithCodeOfItsOwnIsKnownByItsBundleWhateverItsCardClaims() {
        SegmentationModel claiming = model("a".repeat(64));
        Bundle dropped = bundle("file:/home/a%20b/deploy/model.jar#" + "b".repeat(64));
        assertEquals("b".repeat(64), new ForeignCode(deployed).digest(claiming, dropped));
        assertEquals("", new ForeignCode(deployed).digest(claiming, bundle("file:/home/a%20b/deploy/model.jar")));
        assertEquals("a".repeat(64), new ForeignCode(deployed).digest(claiming, bundle("file:/srv/platform.jar")));
    }

    private static Bundle bundle(String location) {
        return (Bundle) Proxy.newProxyInstance(DeployedBundlesTest.class.getClassLoader(), new Class<?>[] {Bundle.class},
                (proxy, method, arguments) -> location);
    }

    private static SegmentationModel model(String digest) {
        ModelCard card = new ModelCard("bmo", "1.0.0", "bmo", List.of("a", "b"), Map.of(), 0.5, "", Map.of(), "", digest);
        return (SegmentationModel) Proxy.newProxyInstance(DeployedBundlesTest.class.getClassLoader(),
                new Class<?>[] {SegmentationModel.class}, (proxy, method, arguments) -> card);
    }
}
