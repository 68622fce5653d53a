package spine.stress.internal;

import picocli.CommandLine.Command;

/** Only a name for what can be put under stress. */
@Command(name = "stress", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
        description = "Puts the platform under stress and says whether it held.")
final class StressCommand {
}
