package spine.common.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ModelBundleTest {

    @Test
    void theFolderMayEndWithASlashOrBeTheRoot() {
        assertEquals("model/card.json", ModelBundle.entry(" model ", ModelBundle.CARD));
        assertEquals("model/card.json", ModelBundle.entry("model/", ModelBundle.CARD));
        assertEquals("weights.zip", ModelBundle.entry(" ", ModelBundle.WEIGHTS));
    }
}
