package spine.io.nifti.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The names and colours of labels, in the forms that programs ask for. */
final class LabelTables {

    private LabelTables() {
    }

    static List<Path> write(List<NamedLabel> labels, Path folder) throws IOException {
        return List.of(Files.writeString(folder.resolve("labels.tsv"), bids(labels)),
                Files.writeString(folder.resolve("labels.itksnap.txt"), itkSnap(labels)),
                Files.writeString(folder.resolve("labels.ctbl"), slicer(labels)));
    }

    /** A table of the Brain Imaging Data Structure 1.9 ({@code dseg.tsv}). */
    private static String bids(List<NamedLabel> labels) {
        StringBuilder table = new StringBuilder("index\tname\tcolor\n");
        labels.forEach(label -> table.append(String.format(Locale.ROOT, "%d\t%s\t#%06X\n", label.value(), label.name(), label.rgb())));
        return table.toString();
    }

    /** Label descriptions of ITK-SNAP: index, red, green, blue, opacity, visibility in slices and in 3D, name. */
    private static String itkSnap(List<NamedLabel> labels) {
        StringBuilder table = new StringBuilder("# ITK-SNAP label descriptions\n0 0 0 0 0 0 0 \"background\"\n");
        labels.forEach(label -> table.append(label.value()).append(' ').append(channels(label)).append(" 1 1 1 \"").append(label.name())
                .append("\"\n"));
        return table.toString();
    }

    /** A colour table of 3D Slicer: index, name, red, green, blue, alpha. */
    private static String slicer(List<NamedLabel> labels) {
        StringBuilder table = new StringBuilder("# 3D Slicer color table\n0 background 0 0 0 0\n");
        labels.forEach(label -> table.append(label.value()).append(' ').append(label.name()).append(' ').append(channels(label))
                .append(" 255\n"));
        return table.toString();
    }

    private static String channels(NamedLabel label) {
        return (label.rgb() >> 16) + " " + (label.rgb() >> 8 & 0xff) + " " + (label.rgb() & 0xff);
    }
}
