using System.Collections.Concurrent;
using Dapper;
using Gauntlet.Domain.Input;
using Gauntlet.Domain.Markets;
using Gauntlet.Storage.Database;
using Npgsql;

namespace Gauntlet.Storage.Datasets;

/// <summary>Keeps the few series in memory that are being worked on: a row never changes.</summary>
internal sealed class DatasetStore(NpgsqlDataSource database) : IDatasetStore
{
    private const int Remembered = 8;

    private const string Insert = """
        insert into dataset (content_hash, symbol, bars, interval_ticks, calendar, first_open, last_close, quality, columns)
        values (@Hash, @Symbol, @Bars, @Interval, @Calendar::jsonb, @First, @Last, @Quality::jsonb, @Columns)
        on conflict (content_hash) do nothing
        """;

    private const string Select = "select symbol, bars, interval_ticks, calendar::text as calendar, columns from dataset where content_hash = @hash";

    private readonly ConcurrentDictionary<string, BarSeries> _read = new(StringComparer.Ordinal);

    public async Task AddAsync(BarSeries bars, object quality, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        if (await connection.ExecuteScalarAsync<bool>("select exists (select from dataset where content_hash = @Hash)", new { Hash = bars.ContentHash })) return;
        var row = new
        {
            Hash = bars.ContentHash,
            bars.Symbol,
            Bars = bars.Count,
            Interval = bars.Interval.Ticks,
            Calendar = Json.Write(bars.Calendar),
            First = bars.Times[0],
            Last = bars.EndTime,
            Quality = Json.Write(quality),
            Columns = BarColumns.Write(bars),
        };
        await connection.ExecuteAsync(new CommandDefinition(Insert, row, cancellationToken: cancellation));
    }

    public async Task<BarSeries> ReadAsync(string hash, CancellationToken cancellation)
    {
        if (_read.TryGetValue(hash, out var known)) return known;

        await using var connection = await database.OpenConnectionAsync(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(Select, new { hash }, cancellationToken: cancellation))
            ?? throw new CorruptEvidenceException($"Dataset {hash} is not stored.");
        var bars = Checked(hash, row);
        if (_read.Count >= Remembered) _read.Clear();
        return _read.GetOrAdd(hash, bars);
    }

    private static BarSeries Checked(string hash, Row row)
    {
        try
        {
            var calendar = Json.Read<TradingCalendar>(row.Calendar, $"Dataset {hash}");
            var bars = BarColumns.Read(row.Symbol, new(row.IntervalTicks), calendar, row.Bars, row.Columns);
            return bars?.ContentHash == hash ? bars : throw new CorruptEvidenceException($"Dataset {hash}: the stored bars have another hash.");
        }
        catch (InvalidInputException error)
        {
            throw new CorruptEvidenceException($"Dataset {hash}: {error.Message}");
        }
    }

    private sealed record Row(string Symbol, int Bars, long IntervalTicks, string Calendar, byte[] Columns);
}
