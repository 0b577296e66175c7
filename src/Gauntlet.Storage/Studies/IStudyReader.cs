namespace Gauntlet.Storage.Studies;

/// <summary>Gives a stored study with its bars.</summary>
public interface IStudyReader
{
    /// <summary>Reads a study; what is read stays in memory for the next call.</summary>
    /// <param name="study">Name of the study.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="Database.CorruptEvidenceException">There is no such study, or its bars no longer divide as its plan says.</exception>
    Task<StudyMaterial> ReadAsync(string study, CancellationToken cancellation);
}
