package spine.app.internal.console;

import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import spine.api.service.PhantomGenerator;
import spine.app.command.ExitCode;

/** Gogo command {@code spine:phantom}: something to score where there is no patient yet. */
@Component(service = PhantomCommands.class)
@GogoCommand(scope = "spine", function = "phantom")
public final class PhantomCommands {
    private static final ConsoleCommand PHANTOM = new ConsoleCommand("spine:phantom OUT SEED, where SEED is a number", 2);

    private final PhantomGenerator generator;

    @Activate
    public PhantomCommands(@Reference PhantomGenerator generator) {
        this.generator = generator;
    }

    @Descriptor("writes a synthetic study with its truth")
    public Object phantom(CommandSession session,
            @Descriptor("OUT: folder of the study, not there yet; SEED: the same number gives the same study") String... arguments) {
        return PHANTOM.run(arguments, () -> {
            if (!arguments[1].matches("\\d{1,18}")) {
                return PHANTOM.line();
            }
            Path folder = session.currentDir().resolve(arguments[0]);
            if (Files.exists(folder)) {
                return new FailedCommand(folder + " exists already.", ExitCode.UNUSABLE);
            }
            generator.write(Long.parseLong(arguments[1]), folder);
            return "Study " + arguments[1] + ": " + folder;
        });
    }
}
