package spine.io.dicom.internal.result;

/**
 * Runs PixelMed's validators over files, in a process of its own: its style sheets exceed what the JDK allows by default. Prints what they
 * say, but for that in which they are wrong. Needs PixelMed's jars on the class path; the sources do without.
 */
public final class PixelMedMain {
    private static final String SR = "1.2.840.10008.5.1.4.1.1.88.";
    /** What it finds wrong and is right: it knows no UTF-8, takes every organ for a paired one, and a template for closed. */
    private static final String MISTAKEN = ".*(Content Item not in template|Illegal character\\(s\\) .* in value of PN VR .*"
            + "|Unrecognized defined term :ISO_IR 192:|GeneralSeriesModule/Laterality/: : Missing conditional attribute)";

    private PixelMedMain() {
    }

    public static void main(String[] files) throws Exception {
        Class<?> listType = Class.forName("com.pixelmed.dicom.AttributeList");
        Object ofReports = null;
        Object ofInstances = null;
        for (String file : files) {
            Object list = listType.getConstructor().newInstance();
            listType.getMethod("read", String.class).invoke(list, file);
            boolean report = list.toString().contains(SR);
            if (report && ofReports == null) {
                ofReports = Class.forName("com.pixelmed.validate.DicomSRValidator").getConstructor().newInstance();
            }
            if (!report && ofInstances == null) {
                ofInstances = Class.forName("com.pixelmed.validate.DicomInstanceValidator").getConstructor().newInstance();
            }
            Object validator = report ? ofReports : ofInstances;
            Object words = validator.getClass().getMethod("validate", listType).invoke(validator, list);
            System.out.println("FILE " + file);
            String.valueOf(words).lines().filter(line -> !line.matches(MISTAKEN)).forEach(System.out::println);
        }
    }
}
