package spine.common.install;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InstallPathsTest {

    @Test
    void thePropertyNamesTheHomeFolder() {
        InstallPaths paths = InstallPaths.of(Map.of("spine.home", "here/../there")::get);
        assertEquals(Path.of("there").toAbsolutePath(), paths.home());
        assertEquals(Path.of("there/conf/trust.p12").toAbsolutePath(), paths.trustStore());
    }

    @Test
    void withoutThePropertyItLiesInTheWorkingFolder() {
        assertEquals(Path.of(".spine").toAbsolutePath(), InstallPaths.of(name -> null).home());
    }
}
