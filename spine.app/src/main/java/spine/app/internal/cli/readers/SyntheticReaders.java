package spine.app.internal.cli.readers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.osgi.framework.FrameworkUtil;

import spine.api.UnusableInputException;
import spine.api.cohort.ReaderStudy;
import spine.api.model.ModelCard;
import spine.api.service.EffectiveSettings;
import spine.api.service.UnavailableException;
import spine.app.command.Console;
import spine.app.context.CommandContext;
import spine.common.file.AtomicFolder;
import spine.common.file.BoundedFile;
import spine.runtime.ModelEntry;

/**
 * Makes synthetic patients, has them scored, and keeps what the comparison with the simulated readers needs: a small folder for each
 * patient. One that an earlier run has kept, with the same models and settings, is not made again. For one thread.
 */
final class SyntheticReaders {
    /** What a patient was made of, in its folder. */
    private static final String MADE_OF = "made-of.txt";
    private static final int TIME_POINTS = 2;

    private final CommandContext platform;
    private final Console console;
    private final ReaderStudy comparison;
    private final String profile;
    private final Path out;

    SyntheticReaders(CommandContext platform, Console console, ReaderStudy comparison, String profile, Path out) {
        this.platform = platform;
        this.console = console;
        this.comparison = comparison;
        this.profile = profile;
        this.out = out;
    }

    /** @param seed of the first patient */
    ReaderStudy.Material read(int patients, long seed) throws UnavailableException, IOException {
        SyntheticPatient maker = new SyntheticPatient(platform, console, comparison, profile, TIME_POINTS);
        List<ModelCard> models = models();
        String madeOf = madeOf(models);
        List<Path> readings = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (int i = 0; i < patients; i++) {
            platform.cancellation().check();
            console.done(i, patients, "patient", "patients");
            Path folder = out.resolve(profile + "-" + (seed + i));
            try {
                if (!isKept(folder, madeOf)) {
                    make(maker, seed + i, folder, madeOf);
                }
                for (int time = 1; time <= TIME_POINTS; time++) {
                    readings.add(folder.resolve(String.valueOf(time)).resolve(SyntheticPatient.READINGS));
                }
            } catch (UnusableInputException reason) {
                leftOut.add("Patient " + (seed + i) + ": " + reason.getMessage());
                console.note(leftOut.get(leftOut.size() - 1));
            }
        }
        console.done(patients, patients, "patient", "patients");
        return new ReaderStudy.Material(readings, out, Optional.of(out), patients + " synthetic patients at " + TIME_POINTS
                + " time points (spine.phantom, profile " + profile + ", seeds " + seed + " to " + (seed + patients - 1) + "), scored by "
                + models.stream().map(card -> card.id() + " " + card.version()).collect(Collectors.joining(" and ")) + ".", leftOut);
    }

    private static boolean isKept(Path folder, String madeOf) throws IOException {
        Path file = folder.resolve(MADE_OF);
        return Files.isRegularFile(file) && new String(BoundedFile.read(file), StandardCharsets.UTF_8).equals(madeOf);
    }

    private static void make(SyntheticPatient maker, long seed, Path folder, String madeOf)
            throws UnusableInputException, UnavailableException, IOException {
        try (AtomicFolder making = AtomicFolder.replace(folder)) {
            maker.make(seed, making.staging());
            Files.writeString(making.staging().resolve(MADE_OF), madeOf);
            making.publish();
        }
    }

    /** With other models, settings or software a patient is made and scored again. */
    private String madeOf(List<ModelCard> models) throws UnavailableException {
        List<String> lines = new ArrayList<>(List.of("spine " + FrameworkUtil.getBundle(SyntheticReaders.class).getVersion(),
                "profile " + profile, "time points " + TIME_POINTS,
                "settings " + platform.service(EffectiveSettings.class, "list of settings").changed()));
        models.forEach(card -> lines.add(card.id() + " " + card.version() + " " + card.weightsSha256()));
        return String.join("\n", lines) + "\n";
    }

    private List<ModelCard> models() {
        return platform.models().entries().stream().filter(entry -> entry.state() == ModelEntry.State.SERVING)
                .flatMap(entry -> entry.card().stream()).sorted(Comparator.comparing(ModelCard::id)).toList();
    }
}
