package spine.deploy.internal.archive;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarFile;
import spine.deploy.internal.Rejection;

/** Names that lead nowhere else and mean one entry each, to whoever reads them. */
final class EntryNames {
    private static final String META = "META-INF/";

    private EntryNames() {
    }

    static void check(List<ArchiveEntry> entries) throws Rejection {
        Set<String> names = new HashSet<>();
        for (ArchiveEntry entry : entries) {
            checkName(entry);
            // Who asks for a file is given the folder of that name, if there is no such file.
            String path = entry.isFolder() ? entry.name().substring(0, entry.name().length() - 1) : entry.name();
            // Java finds manifest and signatures whatever their case, the framework does not.
            String key = isMeta(path) ? path.toUpperCase(Locale.ROOT) : path;
            if (!names.add(key)) {
                throw new Rejection("It has two entries named " + entry.name() + ".");
            }
        }
    }

    private static void checkName(ArchiveEntry entry) throws Rejection {
        String name = entry.name();
        List<String> segments = List.of((entry.isFolder() ? name.substring(0, name.length() - 1) : name).split("/", -1));
        if (name.contains("\\") || segments.contains("..") || segments.contains(".") || segments.contains("")
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new Rejection("It has an entry with the unsafe name '" + name + "'.");
        }
        boolean meta = isMeta(name) || name.toUpperCase(Locale.ROOT).equals("META-INF");
        if (meta && !name.startsWith(META) || name.equalsIgnoreCase(JarFile.MANIFEST_NAME) && !name.equals(JarFile.MANIFEST_NAME)) {
            throw new Rejection("Its entry " + name + " is one that Java takes for another name and the framework does not.");
        }
        if (entry.isFolder() && (entry.size() != 0 || entry.compressed() > 2)) {
            throw new Rejection("Its entry " + name + " is a folder with content, which the framework would load all the same.");
        }
    }

    private static boolean isMeta(String name) {
        return name.toUpperCase(Locale.ROOT).startsWith(META);
    }
}
