package spine.dicom.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import spine.api.UnusableInputException;
import spine.dicom.DicomElement;
import spine.dicom.Tag;

/** Makes the inputs that the fuzzer begins with: small files of the shared corpus, and small images that dcmtk and GDCM encoded. */
public final class FuzzSeeds {
    private static final int LARGEST_FILE = 20_000;
    private static final Map<String, List<String>> ENCODERS = Map.of(
            "5", List.of("dcmcrle"),
            "4.50", List.of("dcmcjpeg +eb", "dcmcjpeg +eb +q 20"),
            "4.51", List.of("dcmcjpeg +ee"),
            "4.57", List.of("dcmcjpeg +el +sv 4", "dcmcjpeg +el +sv 6", "dcmcjpeg +el +sv 7"),
            "4.80", List.of("dcmcjpls +el", "dcmcjpls +el +pc", "dcmcjpls +el +t1 9 +t2 40 +t3 90"),
            "4.81", List.of("dcmcjpls +en +md 4"),
            "4.90", List.of("gdcmconv --j2k", "gdcmconv --j2k --lossy -q 20"));

    private FuzzSeeds() {
    }

    /** @param arguments the folder to make: one folder in it for whole files, one for each syntax; then the shared DICOM folder, if any */
    public static void main(String[] arguments) throws Exception {
        Path target = Path.of(arguments[0]);
        Path files = Files.createDirectories(target.resolve("reader"));
        if (arguments.length > 1) {
            int number = 0;
            for (Path file : SharedData.files(Path.of(arguments[1]))) {
                if (Files.size(file) <= LARGEST_FILE) {
                    Files.copy(file, files.resolve("seed-" + number++));
                }
            }
        }
        for (Map.Entry<String, List<String>> syntax : ENCODERS.entrySet()) {
            Path folder = Files.createDirectories(target.resolve("1.2.840.10008.1.2." + syntax.getKey()));
            int number = 0;
            for (String command : syntax.getValue()) {
                boolean eight = syntax.getKey().equals("4.50");
                number = encode(command, TestImage.of(8, 8, false), 2, folder, number);
                number = eight ? number : encode(command, TestImage.of(16, 12, false), 0, folder, number);
            }
        }
    }

    private static int encode(String command, TestImage image, int format, Path folder, int number) throws Exception {
        Path work = Files.createTempDirectory("seeds");
        image.sized(FuzzDecoder.SIZE, FuzzDecoder.SIZE).write(work.resolve("native.dcm"));
        Tool.run(command, work.resolve("native.dcm"), work.resolve("encoded.dcm"));
        ByteArrayOutputStream seed = new ByteArrayOutputStream();
        seed.write(format);
        seed.writeBytes(fragment(work.resolve("encoded.dcm")));
        Files.write(folder.resolve("seed-" + number), seed.toByteArray());
        return number + 1;
    }

    private static byte[] fragment(Path file) throws IOException, UnusableInputException {
        try (InputStream in = Files.newInputStream(file)) {
            return new NativeDicomCodec().read(in, file.toString(), true).element(Tag.PixelData).map(DicomElement::fragments)
                    .orElseThrow().get(1);
        }
    }
}
