package spine.dicom;

/** How spine names itself in files (PS3.10 7.1) and to its peers on the network (PS3.7 D.3.3.2). */
public final class Implementation {
    public static final String CLASS_UID = "2.25.219507634205163748117043581360214905187";
    /** At most 16 characters (VR SH). */
    public static final String VERSION_NAME = "SPINE_1";

    private Implementation() {
    }
}
