package spine.stress.internal.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import spine.api.UnusableInputException;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;
import spine.stress.internal.study.UidRoot;

/** Makes small studies of a synthetic one, each with UIDs of its own. */
final class SmallStudies {
    /** As few as give a report in a second, and as many as several images can be late of. */
    private static final int IMAGES = 5;
    /** Which images are taken, so that results of different studies differ. */
    private static final int CUTS = 3;
    private static final long STEP = 1_000_003;

    private final Path folder;
    private final long seed;
    private final String uid;
    private final List<Path> station;
    private final List<String> instances = new ArrayList<>();

    /**
     * @param synthetic folder of a synthetic study
     * @param folder for the small ones
     */
    SmallStudies(Path synthetic, Path folder, long seed) throws IOException, UnusableInputException {
        this.folder = folder;
        this.seed = seed;
        this.station = largest(synthetic);
        String study = "";
        for (Path file : station) {
            DicomObject head = new NativeDicomCodec().read(file, false);
            study = head.text(Tag.StudyInstanceUID);
            instances.add(head.text(Tag.SOPInstanceUID));
        }
        this.uid = study;
    }

    SmallStudy make(int number) throws IOException {
        UidRoot root = UidRoot.of(uid);
        UidRoot other = root.other(new Random(seed * STEP + number));
        int cut = number % CUTS;
        int first = (station.size() - IMAGES - CUTS) / 2 + cut;
        List<String> images = new ArrayList<>();
        for (String image : instances.subList(first, first + IMAGES)) {
            images.add(image.replace(root.text(), other.text()));
        }
        SmallStudy study = new SmallStudy(other, uid.replace(root.text(), other.text()), cut,
                Files.createDirectories(folder.resolve(Integer.toString(number))), images);
        for (int i = 0; i < IMAGES; i++) {
            Files.write(study.file(images.get(i)), root.renamed(Files.readAllBytes(station.get(first + i)), other));
        }
        return study;
    }

    private static List<Path> largest(Path synthetic) throws IOException {
        List<Path> series;
        try (Stream<Path> all = Files.list(synthetic)) {
            series = all.filter(one -> one.getFileName().toString().startsWith("series-")).sorted().toList();
        }
        List<List<Path>> files = new ArrayList<>();
        for (Path one : series) {
            try (Stream<Path> all = Files.list(one)) {
                files.add(all.sorted().toList());
            }
        }
        return files.stream().max(Comparator.comparingInt(List::size)).orElseThrow();
    }
}
