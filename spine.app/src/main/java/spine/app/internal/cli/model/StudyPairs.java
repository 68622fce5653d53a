package spine.app.internal.cli.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import spine.api.UnusableInputException;
import spine.api.deidentification.StudyLabels;
import spine.api.image.SeriesChoice;
import spine.api.image.StudyLabel;
import spine.api.image.StudySource;
import spine.api.service.PhantomGenerator;
import spine.api.service.UnavailableException;
import spine.app.command.Console;
import spine.app.context.CommandContext;
import spine.common.file.FileTree;

/** Pairs of studies of one patient each, between which nothing has changed but how they were acquired. */
interface StudyPairs {

    /** What they are, in words. */
    String description();

    /** How many. */
    int size();

    /** Hands over one pair, earlier study first; it is gone afterwards if it was made for this. */
    void with(int pair, Visitor visitor) throws IOException, UnusableInputException, UnavailableException;

    /** Sees the studies of one pair. */
    interface Visitor {
        void visit(StudySource first, StudySource second) throws IOException, UnusableInputException, UnavailableException;
    }

    /** Pairs of the profile that no model is trained on, each of which lies on disk only while it is visited. */
    static StudyPairs synthetic(CommandContext platform, int count, long seed) throws UnavailableException {
        PhantomGenerator generator = platform.service(PhantomGenerator.class, "generator of synthetic studies");
        return new StudyPairs() {
            @Override
            public String description() {
                return count + " pairs of synthetic whole-spine studies without change (spine.phantom, profile shift, seed " + seed + ")";
            }

            @Override
            public int size() {
                return count;
            }

            @Override
            public void with(int pair, Visitor visitor) throws IOException, UnusableInputException, UnavailableException {
                Path place = Files.createTempDirectory("spine-calibration");
                try {
                    List<Path> folders = List.of(place.resolve("first"), place.resolve("second"));
                    generator.write(PhantomGenerator.SHIFT, seed + pair, true, folders);
                    List<StudySource> studies = new ArrayList<>();
                    for (Path folder : folders) {
                        studies.addAll(platform.studies().find(List.of(folder), SeriesChoice.AUTOMATIC));
                    }
                    visitor.visit(studies.get(0), studies.get(1));
                } finally {
                    FileTree.delete(place);
                }
            }
        };
    }

    /**
     * The patients with two studies below a place, by PatientID. Who they are is not told; those who have another number of studies are
     * left out with a note.
     *
     * @throws UnusableInputException if there is no pair
     */
    static StudyPairs below(CommandContext platform, Path place, Console console)
            throws UnusableInputException, UnavailableException, IOException {
        Map<String, List<Dated>> patients = patients(platform, place);
        List<List<Dated>> pairs = patients.values().stream().filter(studies -> studies.size() == 2).toList();
        patients.values().stream().filter(studies -> studies.size() != 2).forEach(studies -> console.note("Left out: the patient of study "
                + studies.get(0).study().studyInstanceUid() + ", who has " + studies.size() + (studies.size() == 1 ? " study" : " studies")
                + " where a pair has two."));
        if (pairs.isEmpty()) {
            throw new UnusableInputException("Below " + place + " there is no patient with two studies, by PatientID.");
        }
        return new StudyPairs() {
            @Override
            public String description() {
                return pairs.size() + " pairs of studies without change";
            }

            @Override
            public int size() {
                return pairs.size();
            }

            @Override
            public void with(int pair, Visitor visitor) throws IOException, UnusableInputException, UnavailableException {
                visitor.visit(pairs.get(pair).get(0).study(), pairs.get(pair).get(1).study());
            }
        };
    }

    /** A study and its date. */
    record Dated(String date, StudySource study) {
    }

    private static Map<String, List<Dated>> patients(CommandContext platform, Path place)
            throws UnusableInputException, UnavailableException, IOException {
        StudyLabels labels = platform.service(StudyLabels.class, "labels of studies");
        Map<String, List<Dated>> patients = new TreeMap<>();
        Path secret = Files.createTempDirectory("spine-calibration");
        try {
            for (StudySource study : platform.studies().find(List.of(place), SeriesChoice.AUTOMATIC)) {
                StudyLabel label = study.files().isEmpty() ? StudyLabel.NONE
                        : labels.label(study.files().get(0), Optional.of(secret.resolve("key")), true);
                patients.computeIfAbsent(label.pseudonym().orElse(study.studyInstanceUid()), patient -> new ArrayList<>())
                        .add(new Dated(label.date().orElse(""), study));
            }
        } finally {
            FileTree.delete(secret);
        }
        patients.values().forEach(studies -> studies.sort(Comparator.comparing(Dated::date)
                .thenComparing(dated -> dated.study().studyInstanceUid())));
        return patients;
    }
}
