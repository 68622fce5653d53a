package spine.pipeline.correction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import spine.api.UnusableInputException;
import spine.api.report.Correction.MaskFile;
import spine.api.report.MaskReader;
import spine.api.report.ScoringResult;
import spine.common.digest.Sha256;

/**
 * The masks of a result as a person left them: those in its folder, and in their place those of further files, each for the stacks that it
 * shows. A result without masks in its folder keeps those that the models gave.
 *
 * @param structures by stack, as in {@link spine.api.anatomy.StackAnatomy#structures}
 * @param oedema by stack, as in {@link spine.api.score.LesionMap#lesion}
 * @param edited the files that differ from what the models gave
 * @param remarks sentences for the reader of the report
 */
public record EditedMasks(List<byte[][]> structures, List<byte[][]> oedema, List<MaskFile> edited, List<String> remarks) {
    private static final String NAME = "(anatomy|oedema)-[0-9]+\\.seg\\.dcm";
    /** What the other writers of DICOM objects leave in a result. */
    private static final String OTHER = "units\\.dcm|report\\.sr\\.dcm|key-[0-9]+\\.sc\\.dcm|presentation-[0-9]+\\.pr\\.dcm";

    /**
     * @param result of the models
     * @param folder of the result
     * @param further files to take beside those of the folder; may be empty
     * @throws UnusableInputException if a file holds no masks of this study or they cannot be told apart; the sentence names it
     * @throws IOException if a file cannot be read
     */
    public static EditedMasks read(ScoringResult result, Path folder, List<Path> further, MaskReader reader)
            throws UnusableInputException, IOException {
        List<Path> own = files(folder).stream().filter(file -> file.getFileName().toString().matches(NAME)).toList();
        DrawnMasks inFolder = new DrawnMasks(result.study(), reader);
        for (Path file : own) {
            inFolder.add(file);
        }
        DrawnMasks beside = new DrawnMasks(result.study(), reader);
        for (Path file : further) {
            beside.add(file);
        }
        List<byte[][]> structures = new ArrayList<>();
        List<byte[][]> oedema = new ArrayList<>();
        List<MaskFile> edited = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        files(folder).stream().filter(file -> !file.getFileName().toString().matches(NAME + "|" + OTHER) && further.stream()
                .noneMatch(given -> given.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize())))
                .forEach(file -> remarks.add(file.getFileName() + " in the result folder was not read: it is none of the models' masks."));
        for (int stack = 0; stack < result.study().stacks().size(); stack++) {
            int at = stack;
            byte[][] machine = result.anatomy().stacks().get(stack).structures();
            structures.add(beside.structures(stack).or(() -> inFolder.structures(at)).orElse(machine));
            if (!own.isEmpty() && structures.get(stack) == machine && any(machine)) {
                throw new UnusableInputException("No masks of the vertebrae of station " + (stack + 1) + " are left in " + folder
                        + ", which has the other masks of the result.");
            }
            byte[][] lesions = result.lesions().get(stack).lesion();
            boolean gone = !own.isEmpty() && beside.oedema(stack).isEmpty() && inFolder.oedema(stack).isEmpty();
            oedema.add(gone ? empty(lesions) : beside.oedema(stack).or(() -> inFolder.oedema(at)).orElse(lesions));
            if (gone && any(lesions)) {
                remarks.add("The models' mask of oedema of station " + (stack + 1)
                        + " is no longer in the result folder, which is taken for a person's word that there is none.");
            }
        }
        for (DrawnMasks drawn : List.of(inFolder, beside)) {
            for (Path file : drawn.differing(result)) {
                edited.add(new MaskFile(file.getFileName().toString(), Sha256.of(file)));
            }
        }
        return new EditedMasks(structures, oedema, edited, remarks);
    }

    /** The DICOM files of a folder. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(".dcm")).sorted().toList();
        }
    }

    private static byte[][] empty(byte[][] map) {
        return Arrays.stream(map).map(slice -> new byte[slice.length]).toArray(byte[][]::new);
    }

    private static boolean any(byte[][] map) {
        return !StructureCodes.of(map).isEmpty();
    }
}
