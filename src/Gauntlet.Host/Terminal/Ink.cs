namespace Gauntlet.Host.Terminal;

/// <summary>What a colour means; never the only carrier of it.</summary>
internal enum Ink
{
    /// <summary>Ordinary words.</summary>
    Plain,

    /// <summary>Passed: green.</summary>
    Pass,

    /// <summary>Failed or lost: red.</summary>
    Fail,

    /// <summary>Not sure: yellow.</summary>
    Caution,

    /// <summary>Beside the point: dim.</summary>
    Muted,

    /// <summary>The point: bold.</summary>
    Strong,
}
