using Gauntlet.Domain.Arena;
using Gauntlet.Storage.Database;

namespace Gauntlet.Storage.Paper;

/// <summary>Days of the Domain as stored records, and back.</summary>
public static class PaperRecords
{
    /// <summary>A day as a record.</summary>
    public static string ToRecord(PaperDay day) => Json.Write(day);

    /// <summary>A record as a day.</summary>
    /// <exception cref="CorruptEvidenceException">It cannot be read.</exception>
    public static PaperDay ToDay(string record) => Json.Read<PaperDay>(record, "Paper day");
}
