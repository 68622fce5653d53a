package spine.dicomweb.internal.archive;

/** Levels of the query and retrieve information model (PS3.4 C.6.1), the patient counted to the study as PS3.18 10.6 does. */
public enum Level {
    STUDY, SERIES, INSTANCE
}
