package spine.io.dicom.internal.result;

/**
 * Runs PixelMed's validators over files, in a process of its own: its style sheets exceed what the JDK allows by default. Needs
 * PixelMed's jars on the class path; the sources do without.
 */
public final class PixelMedMain {
    private static final String SR = "1.2.840.10008.5.1.4.1.1.88.";

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
            System.out.println(words);
        }
    }
}
