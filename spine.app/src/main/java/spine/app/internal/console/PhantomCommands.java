package spine.app.internal.console;

import java.io.IOException;
import java.nio.file.Path;

import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import spine.api.service.PhantomGenerator;

/** Gogo command {@code spine:phantom}: something to score where there is no patient yet. */
@Component(service = PhantomCommands.class)
@GogoCommand(scope = "spine", function = "phantom")
public final class PhantomCommands {
    private final PhantomGenerator generator;

    @Activate
    public PhantomCommands(@Reference PhantomGenerator generator) {
        this.generator = generator;
    }

    @Descriptor("writes a synthetic study with its truth")
    public String phantom(@Descriptor("OUT: folder of the study, not there yet") String out,
            @Descriptor("SEED: the same number gives the same study") long seed) throws IOException {
        Path folder = Path.of(out);
        generator.write(seed, folder);
        return "Study " + seed + ": " + folder;
    }
}
