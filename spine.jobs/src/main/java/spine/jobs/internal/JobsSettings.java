package spine.jobs.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The configuration, PID {@link #PID}: what is received, when it is scored, how long it is kept. */
@ObjectClassDefinition(pid = JobsSettings.PID, name = "Jobs",
        description = "Studies that are received, scored and sent while the platform serves")
@interface JobsSettings {
    String PID = "spine.jobs";
    /** PID of the shipped values. */
    String SHIPPED = "spine.jobs.defaults";

    /** Seconds of a day. */
    String DAY = "86400";

    @AttributeDefinition(name = "Database",
            description = "Address of a database of PostgreSQL, such as jdbc:postgresql://host/spine;"
            + " empty: one that is embedded, in the folder jobs of the home")
    String jdbc_url() default "";

    @AttributeDefinition(name = "User of the database", description = "Role of PostgreSQL")
    String jdbc_user() default "";

    @AttributeDefinition(name = "Password of the database", description = "File with the password, readable by its owner"
            + " alone; its path is relative to conf")
    String jdbc_password_file() default "";

    @AttributeDefinition(name = "Workers", min = "0", max = "64", description = "Studies that are scored at the same time by this process")
    int workers() default 1;

    @AttributeDefinition(name = "Indices", description = "Ids of the scoring indices to compute")
    String[] indexes() default {"sparcc"};

    @AttributeDefinition(name = "Formats", description = "Formats of the results; sr, seg, sc and gsps are what is sent")
    String[] formats() default {"json", "html", "csv", "sr", "seg", "sc", "gsps"};

    @AttributeDefinition(name = "Comparison over time",
            description = "Whether each result is compared with the earlier results of its patient that this platform keeps")
    boolean compare() default true;

    @AttributeDefinition(name = "Quiet time of a study", min = "0", max = JobsSettings.DAY,
            description = "A study is complete when no image of it has come for that long, s")
    int study_quiet_seconds() default 60;

    @AttributeDefinition(name = "Bytes of a study", min = "1", max = "1048576", description = "The most that is taken of one study, MB")
    int study_megabytes() default 4096;

    @AttributeDefinition(name = "Objects of a study", min = "1", max = "1000000", description = "The most that are taken of one study")
    int study_objects() default 20000;

    @AttributeDefinition(name = "Length of the queue", min = "1", max = "1000000",
            description = "Studies that may wait for images, for their turn or for their result; another one is refused")
    int queue_studies() default 10000;

    @AttributeDefinition(name = "Free space", min = "0", max = "1000000000",
            description = "With less left on the disk nothing is taken, MB")
    long disk_megabytes() default 1024;

    @AttributeDefinition(name = "Silence of a process", min = "5", max = "3600",
            description = "A process on the same database that says nothing for that long has ended; its studies are scored by others, s")
    int silent_seconds() default 60;

    @AttributeDefinition(name = "Attempts to send", min = "1", max = "1000", description = "How often a destination is tried for one study")
    int delivery_attempts() default 10;

    @AttributeDefinition(name = "First pause of sending", min = "1", max = JobsSettings.DAY,
            description = "Between the first two attempts, s; it doubles with each")
    int delivery_first_seconds() default 10;

    @AttributeDefinition(name = "Longest pause of sending", min = "1", max = JobsSettings.DAY, description = "Between two attempts, s")
    int delivery_longest_seconds() default 3600;

    @AttributeDefinition(name = "Days of images", min = "0", max = "36500",
            description = "Images are removed that long after the last job of their study has ended; 0: never")
    int images_days() default 0;

    @AttributeDefinition(name = "Days of results", min = "0", max = "36500",
            description = "A study is forgotten, with images, results and jobs, that long after its last job has ended; 0: never")
    int results_days() default 0;
}
